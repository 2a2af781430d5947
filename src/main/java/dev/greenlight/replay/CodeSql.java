package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeStatement.Target;
import dev.greenlight.sql.plpgsql.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the statements and expressions in code, and keeps what comes of them in variables. */
final class CodeSql {
    private final CodeFrame frame;
    private final CodeSteps steps;

    CodeSql(CodeFrame frame) {
        this.frame = frame;
        this.steps = new CodeSteps(frame);
    }

    /** A statement as it stands in the code. */
    CodeFlow run(Statement statement, Span span, List<Target> into, CodeState state) {
        CodeFlow flow = steps.run(statement, frame.code().file(), frame.execution(state), state);
        CodeState next = flow.next();
        return next == null || into.isEmpty()
                ? flow
                : new CodeFlow(assigned(into, statement, next, frame.execution(next)), flow.exits());
    }

    /** {@code RETURN QUERY}: its rows are those that the routine says it returns, or it fails. */
    CodeFlow returnQuery(CodeStatement.ReturnQuery query, CodeState state) {
        CodeFlow flow = run(query.query(), query.span(), List.of(), state);
        if (flow.next() == null || frame.returned() == null) {
            return flow;
        }
        try {
            frame.returned().require(query.query(), query.span(), frame.execution(flow.next()));
        } catch (Rejected rejected) {
            return CodeFlow.out(frame.raised(rejected, frame.code().file(), state))
                    .after(flow.exits());
        }
        return flow;
    }

    CodeFlow perform(CodeStatement.Perform perform, CodeState state) {
        return run(
                new DataStatement.Select(List.of(), perform.query(), perform.span()), perform.span(), List.of(), state);
    }

    /** What an expression names has to be there, and what it calls runs. */
    CodeFlow evaluate(Optional<Expression> expression, CodeState state) {
        if (expression.isEmpty() || expression.get().tokens().stream().noneMatch(token -> asks(token, state))) {
            return CodeFlow.on(state);
        }
        Span span = expression.get().span();
        List<Token> query = new ArrayList<>();
        query.add(new Token(TokenKind.WORD, span.start(), span.start(), "select"));
        query.addAll(expression.get().tokens());
        return run(new DataStatement.Select(List.of(), new Query(query), span), span, List.of(), state);
    }

    /** As {@link #evaluate(Optional, CodeState)}, one after the other. */
    CodeFlow evaluate(List<Expression> expressions, CodeState state) {
        CodeFlow flow = CodeFlow.on(state);
        for (Expression expression : expressions) {
            CodeState next = flow.next();
            flow = next == null ? flow : evaluate(Optional.of(expression), next).after(flow.exits());
        }
        return flow;
    }

    private static boolean asks(Token token, CodeState state) {
        return token.is(TokenKind.LEFT_PAREN)
                || token.isWord("from")
                || state.variables().tables().containsKey(token.value());
    }

    CodeFlow assign(CodeStatement.Assignment assignment, CodeState state) {
        CodeFlow field = evaluate(Optional.of(new Expression(assignment.target())), state);
        CodeFlow evaluated = field.next() == null
                ? field
                : evaluate(Optional.ofNullable(assignment.value()), field.next())
                        .after(field.exits());
        CodeState next = evaluated.next();
        if (next == null) {
            return evaluated;
        }
        Value value = assignment.value() == null ? new Value.Null() : frame.value(assignment.value(), next);
        Target target = new Target(assignment.target());
        return new CodeFlow(next.with(CodeTargets.assigned(target, value, next.variables())), evaluated.exits());
    }

    CodeFlow declare(Declaration.Variable variable, CodeState state) {
        CodeFlow evaluated = typed(variable, state).next() == null
                ? typed(variable, state)
                : evaluate(Optional.ofNullable(variable.value()), state);
        CodeState next = evaluated.next();
        if (next == null) {
            return evaluated;
        }
        String name = variable.name().value();
        Value value = variable.value() == null ? new Value.Null() : frame.value(variable.value(), next);
        boolean row = variable.rowType() || isRow(variable.type());
        CodeVariables declared = row
                ? withRow(name, variable.type(), value, next.variables(), frame.execution(next))
                : next.variables().with(name, value);
        return new CodeFlow(next.with(declared), evaluated.exits());
    }

    /** With a variable that has fields: which it has is known where its type is that of a table's rows. */
    static CodeVariables withRow(
            String name, TypeName type, Value value, CodeVariables variables, Execution execution) {
        boolean table = execution
                .names()
                .find(type.name())
                .filter(Table.class::isInstance)
                .isPresent();
        return table ? variables.withRowOf(type.name(), name, value) : variables.withRow(name, value);
    }

    /** Fails where there is no such type, table or column. */
    private CodeFlow typed(Declaration.Variable variable, CodeState state) {
        Execution execution = frame.execution(state);
        try {
            DeclaredTypes.require(variable, state.variables().values().keySet(), execution);
        } catch (Rejected rejected) {
            return CodeFlow.out(frame.raised(rejected, frame.code().file(), state));
        }
        return CodeFlow.on(state.with(execution.database()));
    }

    /** Whether a variable of this type has fields, or may have some: of types that are not built in it is not asked. */
    static boolean isRow(TypeName type) {
        boolean builtIn = BuiltInTypes.find(type.name().name()).isPresent();
        boolean record = type.name().name().equals("record");
        return !type.percentType() && !type.isArray() && (record || !builtIn);
    }

    CodeFlow open(CodeStatement.Open open, CodeState state) {
        if (open.text() != null) {
            return new DynamicSql(frame, this).execute(open.text(), List.of(), List.of(), open.span(), state);
        }
        return open.query() == null ? CodeFlow.on(state) : run(open.query(), open.span(), List.of(), state);
    }

    /** The rows that a query gives, where they are known. */
    Optional<List<Value.Fields>> rows(Statement statement, CodeState state) {
        return rows(statement, state, frame.execution(state));
    }

    private static Optional<List<Value.Fields>> rows(Statement statement, CodeState state, Execution execution) {
        return statement instanceof DataStatement.Select select
                ? new Answers(execution, state.variables()).rows(select.query())
                : Optional.empty();
    }

    CodeState assigned(List<Target> into, Statement statement, CodeState state, Execution execution) {
        Optional<List<Value.Fields>> rows = rows(statement, state, execution);
        if (rows.isEmpty()) {
            return CodeTargets.forget(into, state);
        }
        if (rows.get().isEmpty()) {
            CodeVariables variables = state.variables();
            for (Target target : into) {
                variables = CodeTargets.assigned(target, new Value.Null(), variables);
            }
            return state.with(variables);
        }
        return state.with(CodeTargets.assigned(into, rows.get().getFirst(), state.variables()));
    }
}
