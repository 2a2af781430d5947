package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a routine on a database, whatever it is called with, to see whether what its code names is there. Routines
 * that it calls itself are not followed.
 */
final class RoutineTrial {
    /** What says that a name stands for nothing, or for something else than the code wants. */
    private static final Set<SqlState> UNDEFINED = Set.of(
            SqlState.UNDEFINED_COLUMN,
            SqlState.UNDEFINED_TABLE,
            SqlState.UNDEFINED_OBJECT,
            SqlState.INVALID_SCHEMA_NAME,
            SqlState.DATATYPE_MISMATCH,
            SqlState.UNDEFINED_FUNCTION,
            SqlState.AMBIGUOUS_FUNCTION,
            SqlState.CANNOT_COERCE,
            SqlState.INVALID_FUNCTION_DEFINITION);

    private final CodeCalls.Source source;
    private final Execution runner;
    private final @Nullable Table table;

    private RoutineTrial(CodeCalls.Source source, Execution runner, @Nullable Table table) {
        this.source = source;
        this.runner = runner;
        this.table = table;
    }

    /**
     * What a call comes to.
     *
     * @param errors where something that is named is not there; places in the file that has the routine
     * @param named what it names, as far as the code was followed; the routines that it calls among it
     * @param writes what it does to rows
     */
    record Result(List<SqlError> errors, List<Reference> named, List<DataOperation.Write> writes) {
        static final Result NOTHING = new Result(List.of(), List.of(), List.of());
    }

    /**
     * @param path the search path of the session that calls
     * @param table the one whose trigger calls; null for another call
     */
    static Result run(
            CodeCalls.Source source, List<String> path, @Nullable Table table, Database database, Premises premises) {
        List<String> effective = RoutineBodies.searchPath(source.create()).orElse(path);
        Database seen = database.with(database.settings().withLocalSearchPath(effective));
        Execution outer = new Execution(premises, source.origin().file(), seen, null, 0);
        Surroundings code = new Surroundings(Scope.EMPTY, name -> null, 1, null, false);
        Execution runner = outer.within(outer.file(), seen, outer.transaction(), code);
        return new RoutineTrial(source, runner, table).run();
    }

    private Result run() {
        if (source.body().token() == null || source.body().text().isBlank()) {
            return Result.NOTHING;
        }
        CodeText text = CodeText.of(runner.file(), source.body().token());
        return CodeCalls.code(source.create().language(), source.create(), text)
                .map(statements -> run(statements, text))
                .orElse(Result.NOTHING);
    }

    private Result run(List<CodeStatement> statements, CodeText text) {
        CodeLedger ledger = new CodeLedger(new CodeBudget());
        CodeFrame frame = new CodeFrame(runner, text, null, new ReturnedRows(source.create()), ledger, null);
        CodeState begin = new CodeState(runner.database(), variables(text));
        CodeFlow flow = new CodeRun(frame).statements(statements, begin);
        List<SqlError> errors = new ArrayList<>(DeclaredTypes.errors(statements, frame, begin));
        flow.errors().stream().map(CodeExit.Raised::error).forEach(errors::add);
        last(statements, frame, flow).ifPresent(errors::add);
        return new Result(
                errors.stream().filter(RoutineTrial::isUndefined).toList(),
                ledger.steps().stream().flatMap(this::named).toList(),
                ledger.steps().stream().flatMap(this::writes).toList());
    }

    private static boolean isUndefined(SqlError error) {
        return UNDEFINED.contains(error.state()) || error.missing() != null;
    }

    /** What is wrong with what the last statement of a function in SQL gives. */
    private Optional<SqlError> last(List<CodeStatement> statements, CodeFrame frame, CodeFlow flow) {
        boolean sql = source.create().language().equals("sql") && !statements.isEmpty() && flow.next() != null;
        if (!sql || !(statements.getLast() instanceof CodeStatement.Sql last)) {
            return Optional.empty();
        }
        try {
            SqlRoutineBody.last(source.create(), last.statement(), frame.execution(flow.next()));
            return Optional.empty();
        } catch (Rejected rejected) {
            return Optional.of(
                    frame.raised(rejected, frame.code().file(), flow.next()).error());
        }
    }

    private Stream<Reference> named(Step step) {
        return step.references().stream().map(reference -> reference.withSpan(place(step, reference.span())));
    }

    private Stream<DataOperation.Write> writes(Step step) {
        return step.operations().stream()
                .filter(DataOperation.Write.class::isInstance)
                .map(DataOperation.Write.class::cast)
                .map(write -> new DataOperation.Write(
                        write.relation(),
                        write.kind(),
                        write.allRows(),
                        write.bounded(),
                        write.only(),
                        write.columns(),
                        place(step, write.span())));
    }

    private Span place(Step step, Span span) {
        return step.file().in(runner.file(), span);
    }

    private CodeVariables variables(CodeText text) {
        CodeVariables variables = new RoutineParameters(source.create(), runner).variables(List.of());
        return table == null ? variables : ofTrigger(table, variables, text);
    }

    /** What a function finds that a table's trigger calls (manual 41.10.1). */
    private CodeVariables ofTrigger(Table fired, CodeVariables variables, CodeText text) {
        Value row = new Value.Unknown("the row of a trigger");
        Value name = name(fired.name().name(), text);
        return variables
                .withRowOf(nameOf(fired), "new", row)
                .withRowOf(nameOf(fired), "old", row)
                .with("tg_table_name", name)
                .with("tg_relname", name)
                .with("tg_table_schema", name(fired.name().schema(), text));
    }

    private static Value name(String name, CodeText text) {
        return new Value.Text(List.of(new Piece(name, text.span())));
    }

    private ObjectName nameOf(Table named) {
        return new ObjectName(Stream.of(named.name().schema(), named.name().name())
                .map(part -> new Name(part, source.body().span()))
                .toList());
    }
}
