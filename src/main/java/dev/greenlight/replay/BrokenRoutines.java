package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routines that a migration breaks. One whose text has the name that a statement takes away is called on the
 * database as it is behind the migration; where that fails, it is called as it was right before the statement and right
 * behind it. A routine that the migration replaces or drops after all is thus not broken.
 */
final class BrokenRoutines {
    /** What tells whether something is there (manual 9.27, 35, 52 and 53). */
    private static final Set<String> CATALOGS = Set.of(
            "information_schema",
            "pg_attribute",
            "pg_class",
            "pg_matviews",
            "pg_namespace",
            "pg_proc",
            "pg_tables",
            "pg_type",
            "pg_views",
            "to_regclass",
            "to_regproc",
            "to_regprocedure",
            "to_regtype");

    /** What tells a trigger's function which table it is called for (manual 41.10.1). */
    private static final Set<String> OF_TABLE =
            Set.of("tg_argv", "tg_name", "tg_relid", "tg_relname", "tg_table_name", "tg_table_schema");

    private final Premises premises;
    private final RoutineMentions mentions = new RoutineMentions();

    BrokenRoutines(Premises premises) {
        this.premises = premises.unheard();
    }

    /** Keeps what a step has made. */
    void note(Step step, Settings settings) {
        step.all().forEach(one -> mentions.note(one, settings));
    }

    /**
     * What a migration has broken.
     *
     * @param end the database behind it
     */
    List<BrokenRoutine> of(List<Step> steps, Database end) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        Search search = new Search(end);
        steps.stream().flatMap(Step::all).forEach(search::step);
        return search.found;
    }

    /**
     * Those of them that nothing has mended since.
     *
     * @param last the database behind the last migration
     */
    List<BrokenRoutine> unmended(List<BrokenRoutine> broken, Database last) {
        Search search = new Search(last);
        return broken.stream().filter(search::isBroken).toList();
    }

    /** Code that looks whether something is there means to do without it. */
    private static boolean asksCatalogs(Routine routine) {
        return !Collections.disjoint(RoutineMentions.words(routine), CATALOGS);
    }

    /** Such code may do other things for each table. */
    private static boolean asksForTable(Routine routine) {
        return !Collections.disjoint(RoutineMentions.words(routine), OF_TABLE);
    }

    /** Whether code may have a handler for an error that is not raised where it is tried. */
    private static boolean mayHandle(Routine routine, SqlState error) {
        Set<String> words = RoutineMentions.words(routine);
        return words.contains("others") || words.contains(error.condition());
    }

    /** A routine as it is called; by a trigger of a table where one is given. */
    private record Call(Routine routine, @Nullable Long table) {}

    /** What one migration breaks. */
    private final class Search {
        private final Database end;
        private final List<BrokenRoutine> found = new ArrayList<>();
        private final Map<Call, RoutineTrial.Result> afterwards = new HashMap<>();

        Search(Database end) {
            this.end = end;
        }

        void step(Step step) {
            Map<Origin, BrokenRoutine> broken = new LinkedHashMap<>();
            for (Operation operation : step.operations()) {
                Stream.concat(deprived(step, operation), unfilling(step, operation))
                        .forEach(one -> Optional.ofNullable(one.routine().origin())
                                .ifPresent(origin -> broken.putIfAbsent(origin, one)));
            }
            found.addAll(broken.values());
        }

        /** Whether a routine is there as it was, and a call of it still ends where it did. */
        boolean isBroken(BrokenRoutine broken) {
            Routine routine = broken.routine();
            SqlState state = broken.errors().getFirst().state();
            if (end.catalog().routines().noneMatch(other -> Objects.equals(other.origin(), routine.origin()))) {
                return false;
            }
            if (state == SqlState.NOT_NULL_VIOLATION) {
                return true;
            }
            if (state == SqlState.UNDEFINED_FUNCTION) {
                return end.catalog()
                        .routines()
                        .noneMatch(other -> broken.used().equals(other.name().display() + "()"));
            }
            List<Span> places = broken.errors().stream().map(SqlError::span).toList();
            Stream<Call> calls = Stream.concat(
                    Stream.of(new Call(routine, null)),
                    firing(routine.name()).map(table -> new Call(routine, table.oid())));
            return calls.anyMatch(call -> !Collections.disjoint(places(afterwards(call)), places));
        }

        /** Those that an operation takes something away from. A temporary table is there for a while only. */
        private Stream<BrokenRoutine> deprived(Step step, Operation operation) {
            return Removed.by(operation).stream()
                    .filter(removed -> !isTemporary(removed, step))
                    .flatMap(removed -> Stream.concat(naming(removed.words()), triggers(removed.relation()))
                            .filter(call -> isCalled(call, step))
                            .flatMap(call -> {
                                List<SqlError> errors = removed.called() == null
                                        ? errors(call, step, removed)
                                        : uncalled(call, step, removed.called());
                                return broken(step, operation, call, removed.display(), errors);
                            }));
        }

        private static boolean isTemporary(Removed removed, Step step) {
            return step.before().relation(removed.relation()).stream()
                    .anyMatch(relation -> relation.name().schema().equals(Schemas.TEMPORARY));
        }

        /** Those whose new rows lack what an operation makes necessary. */
        private Stream<BrokenRoutine> unfilling(Step step, Operation operation) {
            SqlState error = SqlState.NOT_NULL_VIOLATION;
            return RequiredColumn.by(operation, step, end.catalog()).stream()
                    .flatMap(required -> naming(
                                    List.of("insert", required.table().name().name()))
                            .filter(call -> isCalled(call, step) && !mayHandle(call.routine(), error))
                            .flatMap(call -> broken(
                                    step,
                                    operation,
                                    call,
                                    required.display(),
                                    required.errors(afterwards(call).writes()))));
        }

        private static Stream<BrokenRoutine> broken(
                Step step, Operation operation, Call call, String used, List<SqlError> errors) {
            return errors.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new BrokenRoutine(step, operation, call.routine(), used, errors));
        }

        private Stream<Call> naming(List<String> words) {
            return mentions.naming(words).stream()
                    .flatMap(name -> end.catalog().routines(name).stream())
                    .map(routine -> new Call(routine, null));
        }

        private Stream<Call> triggers(long table) {
            return end.catalog().table(table).stream().flatMap(this::triggers);
        }

        private Stream<Call> triggers(Table table) {
            return table.attachments().stream()
                    .filter(one -> one.type() == Table.Attachment.Type.TRIGGER && one.forEachRow())
                    .flatMap(one -> Stream.ofNullable(one.function()))
                    .distinct()
                    .flatMap(function -> end.catalog().routines(function).stream())
                    .filter(routine -> routine.parameters().isEmpty())
                    .filter(routine -> !asksForTable(routine) || isOnlyTable(routine.name()))
                    .map(routine -> new Call(routine, table.oid()));
        }

        private boolean isOnlyTable(QualifiedName function) {
            return firing(function).limit(2).count() < 2;
        }

        private Stream<Table> firing(QualifiedName function) {
            return end.catalog()
                    .tables()
                    .filter(table -> table.attachments().stream().anyMatch(one -> function.equals(one.function())));
        }

        /** Whether a call is possible before and after. A trigger's function is called by triggers alone. */
        private boolean isCalled(Call call, Step step) {
            Routine routine = call.routine();
            boolean trigger = routine.returns().is("trigger");
            return isThere(call, step.before())
                    && isCertain(routine.name().name())
                    && (!trigger || firing(routine.name()).findAny().isPresent());
        }

        /** Whether nothing that could not be followed may have replaced or dropped it. */
        private boolean isCertain(String routine) {
            return !end.doubt().mayExist(ObjectType.FUNCTION, routine)
                    && !end.doubt().mayBeGone(ObjectType.FUNCTION, routine);
        }

        /** Under whatever name: a schema may have another one behind the migration. */
        private boolean isThere(Call call, Catalog before) {
            Routine routine = call.routine();
            return Stream.concat(before.routines(routine.name()).stream(), before.routines())
                    .anyMatch(other -> other.origin() != null && other.origin().equals(routine.origin()));
        }

        private List<SqlError> errors(Call call, Step step, Removed removed) {
            List<SqlError> errors = afterwards(call).errors().stream()
                    .filter(removed::isMissedBy)
                    .toList();
            return errors.isEmpty() ? errors : since(errors, call, step);
        }

        /**
         * Those that a call right before the step does not end in, and one right behind it does. Where one error hides
         * another that was there before, the code has failed already.
         */
        private List<SqlError> since(List<SqlError> errors, Call call, Step step) {
            List<Span> before = places(trial(call, end.with(step.before())));
            List<Span> behind = places(trial(call, end.with(step.after())));
            if (!behind.containsAll(before)) {
                return List.of();
            }
            return errors.stream()
                    .filter(error -> !before.contains(error.span()) && behind.contains(error.span()))
                    .toList();
        }

        private static List<Span> places(RoutineTrial.Result result) {
            return result.errors().stream().map(SqlError::span).toList();
        }

        /** A call of a routine that is gone, where nothing else of the name can be meant. */
        private List<SqlError> uncalled(Call call, Step step, QualifiedName gone) {
            boolean other = mayHandle(call.routine(), SqlState.UNDEFINED_FUNCTION)
                    || BuiltInFunctions.exists(gone.name())
                    || end.doubt().mayExist(ObjectType.FUNCTION, gone.name())
                    || end.catalog()
                            .routines()
                            .anyMatch(routine -> routine.name().name().equals(gone.name()));
            if (other) {
                return List.of();
            }
            String message = "function " + gone.display() + " does not exist";
            return trial(call, end.with(step.before())).named().stream()
                    .filter(reference -> reference.type() == ObjectType.FUNCTION)
                    .filter(reference -> reference.name().equals(gone))
                    .map(Reference::span)
                    .distinct()
                    .map(span -> new SqlError(SqlState.UNDEFINED_FUNCTION, message, span, null, null))
                    .toList();
        }

        private RoutineTrial.Result afterwards(Call call) {
            return afterwards.computeIfAbsent(call, one -> trial(one, end));
        }

        private RoutineTrial.Result trial(Call call, Database database) {
            List<String> path = mentions.path(call.routine());
            Optional<CodeCalls.Source> source = CodeCalls.Source.of(call.routine());
            if (path == null || source.isEmpty() || asksCatalogs(call.routine())) {
                return RoutineTrial.Result.NOTHING;
            }
            Long oid = call.table();
            Table table = oid == null ? null : database.catalog().table(oid).orElse(null);
            return RoutineTrial.run(source.get(), path, table, database, premises);
        }
    }
}
