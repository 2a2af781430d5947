package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a history's statements on a catalog as PostgreSQL would. The door of this room: what comes out is data, and
 * nothing in a migration makes it throw.
 *
 * <p>Whether a history is open is known only at its end: it is first run as a closed one, and again as an open one
 * where too much of what it names is never made.
 */
public final class Replay {
    private static final int MISSING_TABLES = 3;
    private static final int MISSING_SHARE = 10;

    private final MigrationHistory history;
    private final List<Script> scripts;
    private final ReplayOptions options;

    private Replay(MigrationHistory history, List<Script> scripts, ReplayOptions options) {
        this.history = history;
        this.scripts = List.copyOf(scripts);
        this.options = options;
    }

    /**
     * @param scripts the history's migrations, read, in its order
     */
    public static HistoryRun run(MigrationHistory history, List<Script> scripts, ReplayOptions options) {
        return new Replay(history, scripts, options).run();
    }

    private HistoryRun run() {
        Foreknowledge foreknowledge = Foreknowledge.of(
                Stream.concat(options.baseline().stream(), scripts.stream()).toList());
        HistoryRun closed = pass(Premises.closed(options, foreknowledge));
        Set<QualifiedName> made = made(closed);
        return isOpen(closed, made) ? pass(Premises.open(options, foreknowledge, made)) : closed;
    }

    private HistoryRun pass(Premises premises) {
        Session session = new Session(premises, Database.fresh(options.searchPath()));
        List<Step> before = options.baseline().stream()
                .flatMap(script -> session.prepare(script).stream())
                .toList();
        List<MigrationRun> runs = new ArrayList<>();
        for (Script script : scripts) {
            boolean down = script.migration().direction() == Direction.DOWN;
            runs.add((down ? session.fork() : session).run(script));
        }
        runs.replaceAll(session::withoutMended);
        Database last = session.database().endOfSession();
        return new HistoryRun(
                history,
                before,
                runs,
                premises.isOpen(),
                premises.assumptions(),
                last.catalog(),
                new Certainty(last.doubt()),
                last.settings().initial());
    }

    private boolean isOpen(HistoryRun closed, Set<QualifiedName> made) {
        return switch (options.openness()) {
            case OPEN -> true;
            case CLOSED -> false;
            case DETECT -> history.partial() || missesMuch(closed, made);
        };
    }

    /** Whether at least 3 tables, and a tenth of those that it names, are never made by it. */
    private static boolean missesMuch(HistoryRun closed, Set<QualifiedName> made) {
        long missing = ups(closed)
                .flatMap(step -> step.error().stream())
                .map(SqlError::missing)
                .filter(Replay::isRelation)
                .map(Missing::name)
                .filter(name -> !made.contains(name))
                .distinct()
                .count();
        long tables = ups(closed)
                .filter(Replay::changes)
                .flatMap(Replay::tablesMade)
                .map(Relation::name)
                .distinct()
                .count();
        return missing >= MISSING_TABLES && missing * MISSING_SHARE >= missing + tables;
    }

    private static boolean isRelation(@Nullable Missing missing) {
        return missing != null
                && missing.part() == null
                && (missing.type() == ObjectType.TABLE || missing.type() == ObjectType.VIEW);
    }

    private static Stream<Step> ups(HistoryRun run) {
        return run.ups().stream().flatMap(migration -> migration.steps().stream());
    }

    /** All names of relations and types that were there at some time and made by something. */
    static Set<QualifiedName> made(HistoryRun run) {
        Set<QualifiedName> made = new HashSet<>();
        ups(run).filter(Replay::changes).forEach(step -> {
            relationsMade(step).map(Relation::name).forEach(made::add);
            typesMade(step).map(Type::name).forEach(made::add);
        });
        return made;
    }

    private static boolean changes(Step step) {
        return step.before() != step.after();
    }

    private static Stream<Relation> tablesMade(Step step) {
        return relationsMade(step).filter(Table.class::isInstance);
    }

    /** Those that the step has added under a name, new or renamed. */
    private static Stream<Relation> relationsMade(Step step) {
        return step.operations().stream().anyMatch(Replay::renames)
                ? step.after().relations().stream()
                        .filter(Names::isCertain)
                        .filter(relation ->
                                step.before().relation(relation.name()).isEmpty())
                : relationsAdded(step);
    }

    private static boolean renames(Operation operation) {
        return operation instanceof TableOperation.RenameRelation || operation instanceof ObjectOperation.RenameSchema;
    }

    private static Stream<Relation> relationsAdded(Step step) {
        return LongStream.range(step.before().nextOid(), step.after().nextOid())
                .mapToObj(step.after()::relation)
                .flatMap(Optional::stream)
                .filter(Names::isCertain);
    }

    private static Stream<Type> typesMade(Step step) {
        if (step.before().hasTypesOf(step.after())) {
            return Stream.empty();
        }
        return step.after().types().stream()
                .filter(type -> type.origin() != null)
                .filter(type -> step.before().type(type.name()).isEmpty());
    }
}
