package dev.greenlight.graph.order;

import dev.greenlight.graph.Subject;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Rehearsal;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What each migration of a history would do if whatever it names were there, and what it has done where it was run. */
final class Footprints {
    /** Errors of how a statement is sent or written: no order mends them. */
    private static final Set<SqlState> OF_NO_ORDER = Set.of(
            SqlState.ACTIVE_SQL_TRANSACTION,
            SqlState.NO_ACTIVE_SQL_TRANSACTION,
            SqlState.UNSAFE_NEW_ENUM_VALUE_USAGE,
            SqlState.FEATURE_NOT_SUPPORTED,
            SqlState.SYNTAX_ERROR);

    private final Map<Migration, Footprint> footprints = new LinkedHashMap<>();

    private Footprints() {}

    static Footprints of(List<Script> scripts, Rehearsal assuming) {
        Footprints found = new Footprints();
        for (Script script : scripts) {
            found.footprints.put(
                    script.migration(), Footprint.of(assuming.run(script).run()));
        }
        return found;
    }

    /** Of what is only assumed to be there it cannot be seen which of its parts go. */
    void note(MigrationRun run) {
        footprints.computeIfPresent(run.migration(), (migration, known) -> known.with(Footprint.of(run)));
    }

    Footprint of(Migration migration) {
        return Objects.requireNonNull(footprints.get(migration));
    }

    /** Why a migration fails at a statement, if it does. */
    Optional<Failure> failure(Migration migration, Step step) {
        return step.error().map(error -> {
            Missing missing = error.missing();
            List<Migration> makers = missing == null ? List.of() : makersOf(missing, migration);
            return new Failure(migration, step, error, makers);
        });
    }

    /** Why a migration did not go through, if another order might mend it. */
    Optional<Failure> firstOfOrder(MigrationRun run) {
        return run.steps().stream()
                .flatMap(step -> failure(run.migration(), step).stream())
                .filter(failure -> isMatterOfOrder(failure.error()))
                .findFirst();
    }

    /** Whether a migration that failed may go through once another one has run. */
    boolean mayMend(Migration other, Failure failure) {
        Missing missing = failure.error().missing();
        return missing == null
                ? of(other).isNear(of(failure.migration())) || renamesAny()
                : mayMake(other, Subject.of(missing));
    }

    /** Whether something may be there once a migration has run: what was made under an earlier name of its object too. */
    boolean mayMake(Migration migration, Subject subject) {
        return mayMake(of(migration), subject);
    }

    private boolean mayMake(Footprint one, Subject subject) {
        String part = subject.part();
        return one.mayMake(subject) || part != null && isRenamed(subject.whole()) && one.makesPart(part);
    }

    private boolean isRenamed(Subject object) {
        return footprints.values().stream().anyMatch(one -> one.renamed().contains(object));
    }

    private boolean renamesAny() {
        return footprints.values().stream().anyMatch(one -> !one.renamed().isEmpty());
    }

    /** The other migrations that make what is missing, in their order. */
    private List<Migration> makersOf(Missing missing, Migration migration) {
        Subject subject = Subject.of(missing);
        return footprints.entrySet().stream()
                .filter(entry -> entry.getValue().mayMake(subject))
                .map(Map.Entry::getKey)
                .filter(maker -> maker != migration)
                .toList();
    }

    /** Whether it could be otherwise had the migrations run in another order. */
    boolean isMatterOfOrder(SqlError error) {
        if (OF_NO_ORDER.contains(error.state()) || error.tooOld() != null) {
            return false;
        }
        Missing missing = error.missing();
        return missing == null
                || footprints.values().stream()
                        .anyMatch(one -> mayMake(one, Subject.of(missing)) || one.removes(Subject.of(missing)));
    }
}
