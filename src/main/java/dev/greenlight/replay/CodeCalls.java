package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.SqlBody;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.plpgsql.Code;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeWalk;
import dev.greenlight.sql.plpgsql.PlpgsqlParser;
import dev.greenlight.sql.plpgsql.Signature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs blocks of code, and routines that the history made and that a statement calls. */
final class CodeCalls {
    /** How many routines may call one another. */
    private static final int MOST_DEPTH = 16;

    private final Execution execution;

    CodeCalls(Execution execution) {
        this.execution = execution;
    }

    /** A routine as the statement made it that the history has of it. */
    record Source(RoutineStatement.CreateRoutine create, RoutineStatement.Body body, Origin origin) {
        Step.Caller caller() {
            return new Step.Caller(create.name().name(), origin);
        }

        static Optional<Source> of(Routine routine) {
            Origin origin = routine.origin();
            if (origin == null) {
                return Optional.empty();
            }
            List<StatementText> texts = Splitter.split(origin.file().text(), origin.span());
            Statement statement = texts.isEmpty() ? null : Parser.parse(texts.getFirst());
            return statement instanceof RoutineStatement.CreateRoutine create && create.body() != null
                    ? Optional.of(new Source(create, create.body(), origin))
                    : Optional.empty();
        }
    }

    /** A DO block. */
    void block(Token constant) {
        CodeText text = CodeText.of(execution.file(), constant);
        switch (PlpgsqlParser.parse(text.file().text(), text.span(), Signature.ofBlock())) {
            case Code.Readable code -> {
                new CodeVersion(execution, text).require(code.block());
                run(List.of(code.block()), text, CodeVariables.NONE, null, true);
            }
            case Code.Unreadable code
            when code.problem() instanceof Unread.Unparsed problem ->
                throw RoutineBodies.unreadable(problem, code.state(), text, execution);
            case Code.Unreadable ignored -> {
                execution.doubt(DoubtReader.read(text.text(), new CodeReplay(execution)::bodies));
                execution.opaque("DO block that cannot be read");
            }
        }
    }

    /**
     * A routine.
     *
     * @param arguments as far as they are known, by place or by name
     * @param certain whether it is called once for certain
     * @return whether it could be followed
     */
    boolean routine(Source source, List<Value> arguments, Span call, boolean certain) {
        if (execution.surroundings().depth() >= MOST_DEPTH) {
            execution.opaque("routines that call one another more than " + MOST_DEPTH + " deep");
            return true;
        }
        Token constant = source.body().token();
        String language = source.create().language();
        if (constant == null || constant.value().isBlank()) {
            return false;
        }
        CodeText text = CodeText.calledAt(execution.file(), call, constant.value());
        Optional<List<CodeStatement>> code = code(language, source.create(), text);
        List<Value> moved =
                arguments.stream().map(value -> value.movedTo(new Span(0, 0))).toList();
        code.ifPresent(statements -> RoutineBodies.within(
                source.create(),
                execution,
                () -> run(
                        statements,
                        text,
                        new RoutineParameters(source.create(), execution).variables(moved),
                        source,
                        certain)));
        return code.isPresent();
    }

    static Optional<List<CodeStatement>> code(String language, RoutineStatement.CreateRoutine create, CodeText text) {
        return switch (language) {
            case "plpgsql" ->
                PlpgsqlParser.parse(text.file().text(), text.span(), Signature.of(create)) instanceof Code.Readable code
                        ? Optional.of(List.of(code.block()))
                        : Optional.empty();
            case "sql" ->
                Optional.of(SqlBody.statements(text.file().text(), text.span()).stream()
                        .<CodeStatement>map(one -> new CodeStatement.Sql(one, List.of(), one.span()))
                        .toList());
            default -> Optional.empty();
        };
    }

    /** Where every way fails, one that fails whatever the rows are, before one that the code itself ends. */
    private static SqlError likeliest(List<CodeExit.Raised> errors) {
        return errors.stream()
                .map(CodeExit.Raised::error)
                .filter(error -> error.state() != SqlState.RAISE_EXCEPTION)
                .findFirst()
                .orElseGet(() -> errors.getFirst().error());
    }

    /** What is known of the code of a routine before anybody calls it; nothing comes of asking. */
    RoutineCode known(RoutineStatement.CreateRoutine create, CodeStatement.Block block, CodeText text) {
        if (CodeWalk.of(List.of(block)).noneMatch(CodeCalls::mayBeUnknown)) {
            return RoutineCode.KNOWN;
        }
        RoutineParameters parameters = new RoutineParameters(create, execution);
        Optional<String> reason = notFollowed(block, text, parameters.variables(List.of()));
        if (reason.isEmpty()) {
            return RoutineCode.KNOWN;
        }
        boolean decided =
                notFollowed(block, text, parameters.variables(examples(create))).isEmpty();
        return new RoutineCode(reason.get(), decided);
    }

    /** Whether what a statement does may be known only when it runs: text that runs, and loops, which may be long. */
    private static boolean mayBeUnknown(CodeStatement statement) {
        return statement instanceof CodeStatement.Execute
                || statement instanceof CodeStatement.ReturnExecute
                || statement instanceof CodeStatement.Loop
                || statement instanceof CodeStatement.Open open && open.text() != null
                || statement instanceof CodeStatement.Sql sql
                        && (sql.statement() instanceof RoutineStatement.Do
                                || sql.statement() instanceof DataStatement.Wrapped);
    }

    /** Something for each parameter, as a call would give it. */
    private static List<Value> examples(RoutineStatement.CreateRoutine create) {
        return create.inputs().stream().map(CodeCalls::example).toList();
    }

    private static Value example(RoutineStatement.Parameter parameter) {
        TypeName type = parameter.type();
        if (type.isArray()) {
            return new Value.Elements(List.of());
        }
        return switch (type.name().name()) {
            case "int2", "int4", "int8", "numeric" -> new Value.Number(BigDecimal.ONE);
            case "bool" -> new Value.Truth(true);
            case "date" -> text("2024-02-29");
            default -> text("given");
        };
    }

    private static Value text(String value) {
        return new Value.Text(List.of(new Piece(value, new Span(0, 0))));
    }

    private Optional<String> notFollowed(CodeStatement.Block block, CodeText text, CodeVariables parameters) {
        CodeLedger ledger = new CodeLedger(new CodeBudget());
        CodeFrame frame = new CodeFrame(execution.withoutCalls(), text, null, null, ledger, null);
        new CodeRun(frame).block(block, new CodeState(execution.database(), parameters));
        return ledger.reason();
    }

    private void run(
            List<CodeStatement> statements,
            CodeText text,
            CodeVariables variables,
            @Nullable Source source,
            boolean certain) {
        CodeBudget budget = execution.surroundings().budget();
        CodeLedger ledger = new CodeLedger(budget == null ? new CodeBudget() : budget);
        CodeFrame frame = source == null
                ? new CodeFrame(execution, text, null, null, ledger, null)
                : new CodeFrame(execution, text, source.caller(), new ReturnedRows(source.create()), ledger, null);
        Database before = execution.database();
        CodeFlow flow = new CodeRun(frame).statements(statements, new CodeState(before, variables));
        CodeState end = flow.end();
        if (end == null) {
            if (certain) {
                throw new Rejected(likeliest(flow.errors()));
            }
            return;
        }
        CodeState last = ledger.isSpent() ? new DynamicSql(frame, new CodeSql(frame)).doubting(end) : end;
        Database known =
                DynamicSql.withoutUnknown(last.database(), before.catalog().nextOid());
        execution.become(certain ? known : DatabaseUnion.of(known, before));
        execution.ran(ledger.steps());
        ledger.reason().ifPresent(execution::opaque);
    }
}
