package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.plpgsql.CodeStatement.Target;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * EXECUTE (manual 41.5.4). A text that is known runs. Of one that is known in part, what is not known may be the name
 * of something that it makes, or a constant: then it runs too, and what it makes is in doubt. Else it is not followed.
 */
final class DynamicSql {
    private static final Set<SqlState> MADE_AGAIN = EnumSet.of(
            SqlState.DUPLICATE_TABLE,
            SqlState.DUPLICATE_OBJECT,
            SqlState.DUPLICATE_COLUMN,
            SqlState.DUPLICATE_FUNCTION,
            SqlState.DUPLICATE_SCHEMA);

    private final CodeFrame frame;
    private final CodeSql sql;
    private final CodeSteps steps;

    DynamicSql(CodeFrame frame, CodeSql sql) {
        this.frame = frame;
        this.sql = sql;
        this.steps = new CodeSteps(frame);
    }

    CodeFlow execute(Expression text, List<Expression> using, List<Target> into, Span span, CodeState state) {
        return sql.evaluate(Lists.plus(using, text), state).then(here -> execute(text, into, span, here));
    }

    private CodeFlow execute(Expression text, List<Target> into, Span span, CodeState state) {
        return switch (frame.value(text, state)) {
            case Value.Text known
            when !known.value().isBlank() -> execute(CodeText.of(frame.code().file(), known.pieces()), into, state);
            case Value.Unknown unknown ->
                sketched(unknown.sketch(), state)
                        .map(flow -> flow.then(here -> CodeFlow.on(CodeTargets.forget(into, here))))
                        .orElseGet(() -> notFollowed("EXECUTE of " + unknown.reason(), span, into, state));
            default -> notFollowed("EXECUTE of what is no text", span, into, state);
        };
    }

    /** One text may hold several statements; where they give rows, those of the last count. */
    private CodeFlow execute(CodeText text, List<Target> into, CodeState state) {
        CodeFlow flow = CodeFlow.on(state);
        Iterator<StatementText> rest =
                Splitter.split(text.file().text(), text.span()).iterator();
        while (rest.hasNext()) {
            Statement statement = Parser.parse(rest.next());
            List<Target> targets = rest.hasNext() ? List.of() : into;
            flow = flow.then(here -> run(statement, text, targets, here));
        }
        return flow;
    }

    private CodeFlow run(Statement statement, CodeText text, List<Target> into, CodeState state) {
        CodeFlow flow = steps.run(statement, text.file(), frame.dynamic(text.file(), state), state);
        return into.isEmpty()
                ? flow
                : flow.then(here -> CodeFlow.on(sql.assigned(into, statement, here, frame.dynamic(text.file(), here))));
    }

    /** Where a text leads of which some parts are not known; empty where that is not known either. */
    private Optional<CodeFlow> sketched(Value.@Nullable Text sketch, CodeState state) {
        if (sketch == null || sketch.value().isBlank()) {
            return Optional.empty();
        }
        CodeText text = CodeText.of(frame.code().file(), sketch.pieces());
        int mark = frame.ledger().mark();
        CodeFlow flow = CodeFlow.on(state);
        for (StatementText one : Splitter.split(text.file().text(), text.span())) {
            Optional<CodeFlow> next = flow.next() == null ? Optional.of(flow) : known(one, text, flow.next());
            if (next.isEmpty()) {
                frame.ledger().rollBackTo(mark);
                return next;
            }
            flow = next.get().after(flow.exits());
        }
        return Optional.of(flow);
    }

    /** Where only constants are not known, the statement is one like any other. */
    private Optional<CodeFlow> known(StatementText one, CodeText text, CodeState state) {
        if (one.tokens().stream().noneMatch(DynamicSql::isUnknownName)) {
            return Optional.of(run(Parser.parse(one), text, List.of(), state));
        }
        return sketched(one, text, state).map(CodeFlow::on);
    }

    private Optional<CodeState> sketched(StatementText one, CodeText text, CodeState state) {
        Script.Entry entry = CodeSteps.entry(Parser.parse(one), text.file());
        Execution execution = frame.dynamic(text.file(), state);
        if (!Step.isKnown(one.tokens().getFirst().value())) {
            return Optional.empty();
        }
        try {
            steps.attempt(entry, execution);
        } catch (Rejected rejected) {
            boolean again = MADE_AGAIN.contains(rejected.error().state())
                    && !Step.isKnown(rejected.error().message());
            return again ? Optional.of(state) : Optional.empty();
        }
        if (!(execution.outcome() instanceof Outcome.Applied) || isAboutUnknown(execution, state)) {
            return Optional.empty();
        }
        steps.keep(entry, text.file(), execution, state);
        return Optional.of(inDoubt(one.tokens(), execution, state));
    }

    /** Whether it needs something under a name that is not known, and that the code itself has not made. */
    private static boolean isAboutUnknown(Execution execution, CodeState state) {
        return execution.references().stream()
                .map(Reference::name)
                .filter(name -> !Step.isKnown(name.name()))
                .anyMatch(name -> state.database()
                        .catalog()
                        .relation(name)
                        .filter(Names::isCertain)
                        .isEmpty());
    }

    private static boolean isUnknownName(Token token) {
        boolean name = token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
        return name && token.value().contains(Value.HOLE);
    }

    /**
     * What is made under a name that is not known may be there under any that fits. The code itself may go on with what
     * it has made; behind it only the doubt is left.
     */
    private CodeState inDoubt(List<Token> statement, Execution ran, CodeState state) {
        Execution execution = frame.execution(state);
        for (long oid = state.database().catalog().nextOid();
                oid < ran.catalog().nextOid();
                oid++) {
            ran.catalog()
                    .relation(oid)
                    .filter(relation -> !Step.isKnown(relation.name().name()))
                    .ifPresent(execution::put);
        }
        execution.doubt(Definition.of(statement));
        return state.with(execution.database());
    }

    /** Without what was made under names that are not known. */
    static Database withoutUnknown(Database database, long since) {
        Catalog catalog = database.catalog();
        for (long oid = since; oid < database.catalog().nextOid(); oid++) {
            Optional<Relation> relation =
                    catalog.relation(oid).filter(one -> !Step.isKnown(one.name().name()));
            catalog = relation.isPresent() ? catalog.without(relation.get()) : catalog;
        }
        return database.with(catalog);
    }

    /** Of a text that is not known the strings in the code are: they may be parts of it. */
    private CodeFlow notFollowed(String reason, Span span, List<Target> into, CodeState state) {
        frame.ledger().notFollowed(reason);
        boolean written = DoubtReader.significant(frame.code().file().text(), span).stream()
                .anyMatch(token -> token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING));
        String text = written ? frame.code().file().text(span) : frame.code().text();
        return CodeFlow.on(CodeTargets.forget(into, doubting(text, state)));
    }

    /** Where no more of the code is followed: what stands anywhere in it may have run. */
    CodeState doubting(CodeState state) {
        return doubting(frame.code().text(), state);
    }

    private CodeState doubting(String text, CodeState state) {
        Execution execution = frame.execution(state);
        execution.doubt(DoubtReader.read(text, new CodeReplay(execution)::bodies));
        return state.with(execution.database());
    }
}
