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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return into.isEmpty()
                ? flow
                : flow.then(here -> CodeFlow.on(assigned(into, statement, here, frame.execution(here))));
    }

    /** {@code RETURN QUERY}: its rows are those that the routine says it returns, or it fails. */
    CodeFlow returnQuery(CodeStatement.ReturnQuery query, CodeState state) {
        return run(query.query(), query.span(), List.of(), state).then(here -> returned(query, here, state));
    }

    private CodeFlow returned(CodeStatement.ReturnQuery query, CodeState behind, CodeState before) {
        try {
            if (frame.returned() != null) {
                frame.returned().require(query.query(), query.span(), frame.execution(behind));
            }
        } catch (Rejected rejected) {
            return CodeFlow.out(frame.raised(rejected, frame.code().file(), before));
        }
        return CodeFlow.on(behind);
    }

    CodeFlow perform(CodeStatement.Perform perform, CodeState state) {
        return run(
                new DataStatement.Select(List.of(), perform.query(), perform.span()), perform.span(), List.of(), state);
    }

    /** What an expression names has to be there, and what it calls runs. */
    CodeFlow evaluate(@Nullable Expression expression, CodeState state) {
        if (expression == null || expression.tokens().stream().noneMatch(token -> asks(token, state))) {
            return CodeFlow.on(state);
        }
        Span span = expression.span();
        Query query = Query.selecting(new Span(span.start(), span.start()), expression.tokens());
        return run(new DataStatement.Select(List.of(), query, span), span, List.of(), state);
    }

    /** As {@link #evaluate(Expression, CodeState)}, one after the other. */
    CodeFlow evaluate(List<Expression> expressions, CodeState state) {
        CodeFlow flow = CodeFlow.on(state);
        for (Expression expression : expressions) {
            flow = flow.then(here -> evaluate(expression, here));
        }
        return flow;
    }

    /** What an expression is worth where one stands, else NULL. */
    private Value value(@Nullable Expression expression, CodeState state) {
        return expression == null ? new Value.Null() : frame.value(expression, state);
    }

    private static boolean asks(Token token, CodeState state) {
        return token.is(TokenKind.LEFT_PAREN)
                || token.isWord("from")
                || state.variables().tables().containsKey(token.value());
    }

    CodeFlow assign(CodeStatement.Assignment assignment, CodeState state) {
        Target target = new Target(assignment.target());
        return evaluate(new Expression(assignment.target()), state)
                .then(here -> evaluate(assignment.value(), here))
                .then(here -> CodeFlow.on(
                        here.with(CodeTargets.assigned(target, value(assignment.value(), here), here.variables()))));
    }

    CodeFlow declare(Declaration.Variable variable, CodeState state) {
        return typed(variable, state)
                .then(ignored -> evaluate(variable.value(), state))
                .then(here -> CodeFlow.on(here.with(declared(variable, here))));
    }

    private CodeVariables declared(Declaration.Variable variable, CodeState state) {
        String name = variable.name().value();
        Value value = value(variable.value(), state);
        return variable.rowType() || isRow(variable.type())
                ? withRow(name, variable.type(), value, state.variables(), frame.execution(state))
                : state.variables().with(name, value);
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
