package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeStatement.Target;
import dev.greenlight.sql.plpgsql.Declaration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Runs the SQL in code, each statement as a {@link Step}, and keeps what comes of it in variables. */
final class CodeSql {
    private final CodeFrame frame;

    CodeSql(CodeFrame frame) {
        this.frame = frame;
    }

    /** A statement as it stands in the code. */
    CodeFlow run(Statement statement, Span span, List<Target> into, CodeState state) {
        CodeFlow flow = step(statement, frame.code().file(), frame.execution(state), state);
        CodeState next = flow.next();
        return next == null || into.isEmpty()
                ? flow
                : new CodeFlow(assigned(into, statement, next, frame.execution(next)), flow.exits());
    }

    private CodeFlow step(Statement statement, SourceFile text, Execution execution, CodeState state) {
        Script.Entry entry = entry(statement, text);
        VersionGate gate = VersionGate.of(entry, execution.version());
        try {
            requireRead(statement, execution);
            gate.parse();
            requireAllowed(statement, execution);
            Dispatch.apply(statement, execution);
            gate.run(execution.outcome());
        } catch (Rejected rejected) {
            return CodeFlow.out(frame.raised(rejected, text, state));
        }
        keep(entry, text, execution, state);
        return CodeFlow.on(state.with(execution.database()));
    }

    private static Script.Entry entry(Statement statement, SourceFile text) {
        Span span = statement.span();
        List<Token> tokens = DoubtReader.significant(text.text(), span);
        StatementText statementText =
                new StatementText(StatementText.Kind.SQL, span, tokens, List.of(), true, null);
        return new Script.Entry(new Section(null, span, TransactionMode.MIGRATION), statementText, statement);
    }

    /** Text that is put together may be no statement. */
    private static void requireRead(Statement statement, Execution execution) {
        if (statement instanceof Unread.Unparsed unparsed) {
            throw execution.reject(SqlState.SYNTAX_ERROR, unparsed.message(), unparsed.at());
        }
    }

    /** Manual 41.6.8 and the notes of the commands: what wants no transaction around it wants no code either. */
    private static void requireAllowed(Statement statement, Execution execution) {
        Optional<String> refused = TransactionRules.onlyOutside(statement);
        if (refused.isPresent()) {
            throw execution.reject(
                    SqlState.ACTIVE_SQL_TRANSACTION,
                    refused.get() + " cannot be executed from a function",
                    statement.span());
        }
    }

    private void keep(Script.Entry entry, SourceFile text, Execution execution, CodeState before) {
        if (execution.outcome() instanceof Outcome.Opaque opaque) {
            frame.ledger().notFollowed(opaque.reason());
        }
        execution.inner().forEach(frame.ledger()::ran);
        Transaction around = frame.transaction(before.database());
        frame.ledger()
                .ran(new Step(
                        text,
                        entry,
                        before.database().catalog(),
                        execution.catalog(),
                        execution.outcome(),
                        execution.outcome() instanceof Outcome.Applied ? execution.operations() : List.of(),
                        execution.references(),
                        around.number(),
                        true,
                        around.created(),
                        List.of(),
                        frame.caller()));
    }

    CodeFlow perform(CodeStatement.Perform perform, CodeState state) {
        return run(new DataStatement.Select(List.of(), perform.query(), perform.span()), perform.span(), List.of(), state);
    }

    /** What an expression names has to be there, and what it calls runs. */
    CodeFlow evaluate(Optional<Expression> expression, CodeState state) {
        if (expression.isEmpty() || expression.get().tokens().stream().noneMatch(CodeSql::asks)) {
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

    private static boolean asks(Token token) {
        return token.is(TokenKind.LEFT_PAREN) || token.isWord("from");
    }

    CodeFlow assign(CodeStatement.Assignment assignment, CodeState state) {
        CodeFlow evaluated = evaluate(Optional.ofNullable(assignment.value()), state);
        CodeState next = evaluated.next();
        if (next == null) {
            return evaluated;
        }
        Value value = assignment.value() == null ? new Value.Null() : frame.value(assignment.value(), next);
        Target target = new Target(assignment.target());
        return new CodeFlow(next.with(assigned(target, value, next.variables())), evaluated.exits());
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
        CodeVariables declared =
                row ? next.variables().withRow(name, value) : next.variables().with(name, value);
        return new CodeFlow(next.with(declared), evaluated.exits());
    }

    /** Fails where there is no such type, table or column. */
    private CodeFlow typed(Declaration.Variable variable, CodeState state) {
        Execution execution = frame.execution(state);
        try {
            if (variable.rowType()) {
                execution.names().queried(variable.type().name());
            } else {
                execution.names().type(variable.type());
            }
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

    /** {@code EXECUTE text} (manual 41.5.4). */
    CodeFlow execute(
            Expression text, List<Expression> using, List<Target> into, Span span, CodeState state) {
        CodeFlow evaluated = evaluate(Lists.plus(using, text), state);
        CodeState next = evaluated.next();
        return next == null ? evaluated : execute(text, into, span, next).after(evaluated.exits());
    }

    private CodeFlow execute(Expression text, List<Target> into, Span span, CodeState state) {
        return switch (frame.value(text, state)) {
            case Value.Text known when !known.value().isBlank() ->
                execute(CodeText.of(frame.code().file(), known.pieces()), into, state);
            case Value.Unknown unknown -> notFollowed("EXECUTE of " + unknown.reason(), span, into, state);
            default -> notFollowed("EXECUTE of what is no text", span, into, state);
        };
    }

    /** One text may hold several statements; where they give rows, those of the last count. */
    private CodeFlow execute(CodeText text, List<Target> into, CodeState state) {
        CodeFlow flow = CodeFlow.on(state);
        Iterator<StatementText> rest =
                Splitter.split(text.file().text(), text.span()).iterator();
        while (rest.hasNext() && flow.next() != null) {
            CodeState here = flow.next();
            Statement statement = Parser.parse(rest.next());
            CodeFlow ran = step(statement, text.file(), frame.dynamic(text.file(), here), here);
            flow = ran.after(flow.exits());
            CodeState next = flow.next();
            if (next != null && !into.isEmpty() && !rest.hasNext()) {
                flow = new CodeFlow(
                        assigned(into, statement, next, frame.dynamic(text.file(), next)), flow.exits());
            }
        }
        return flow;
    }

    /** Of a text that is not known the strings in the code are: they may be parts of it. */
    private CodeFlow notFollowed(String reason, Span span, List<Target> into, CodeState state) {
        frame.ledger().notFollowed(reason);
        Execution execution = frame.execution(state);
        boolean written = DoubtReader.significant(frame.code().file().text(), span).stream()
                .anyMatch(token -> token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING));
        String text = written ? frame.code().file().text(span) : frame.code().text();
        execution.doubt(DoubtReader.read(text, routine -> new CodeReplay(execution).bodies(routine)));
        return CodeFlow.on(forget(into, state.with(execution.database())));
    }

    /** Where no more of the code is followed: what stands anywhere in it may have run. */
    CodeState doubting(CodeState state) {
        Execution execution = frame.execution(state);
        execution.doubt(DoubtReader.read(frame.code().text(), new CodeReplay(execution)::bodies));
        return state.with(execution.database());
    }

    CodeFlow open(CodeStatement.Open open, CodeState state) {
        if (open.text() != null) {
            return execute(open.text(), List.of(), List.of(), open.span(), state);
        }
        return open.query() == null
                ? CodeFlow.on(state)
                : run(open.query(), open.span(), List.of(), state);
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

    private CodeState assigned(List<Target> into, Statement statement, CodeState state, Execution execution) {
        Optional<List<Value.Fields>> rows = rows(statement, state, execution);
        if (rows.isEmpty()) {
            return forget(into, state);
        }
        if (rows.get().isEmpty()) {
            CodeVariables variables = state.variables();
            for (Target target : into) {
                variables = assigned(target, new Value.Null(), variables);
            }
            return state.with(variables);
        }
        return state.with(assigned(into, rows.get().getFirst(), state.variables()));
    }

    /** A row goes into one variable as a whole where that is the only one, or each field into one of its own. */
    static CodeVariables assigned(List<Target> targets, Value value, CodeVariables variables) {
        if (!(value instanceof Value.Fields row)) {
            return assigned(targets.getFirst(), value, variables);
        }
        if (targets.size() == 1) {
            boolean scalar = row.values().size() == 1 && !variables.isRow(targets.getFirst().variable());
            Value whole = scalar ? row.values().values().iterator().next() : row;
            return assigned(targets.getFirst(), whole, variables);
        }
        CodeVariables assigned = variables;
        Iterator<Value> fields = row.values().values().iterator();
        for (Target target : targets) {
            assigned = assigned(target, fields.hasNext() ? fields.next() : new Value.Null(), assigned);
        }
        return assigned;
    }

    /** Of a variable that is set in part nothing is known afterwards. */
    private static CodeVariables assigned(Target target, Value value, CodeVariables variables) {
        boolean whole = target.tokens().size() == 1;
        return variables.with(
                target.variable(), whole ? value : new Value.Unknown("parts of " + target.variable()));
    }

    /** Of what is put into these nothing is known. */
    CodeState forget(List<Target> targets, CodeState state) {
        CodeVariables variables = state.variables();
        for (Target target : targets) {
            variables = variables.with(target.variable(), new Value.Unknown("rows in " + target.variable()));
        }
        return state.with(variables);
    }
}
