package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which statement of a history is meant, whichever replay of it is looked at. */
record StatementPlace(String path, Direction direction, int start) {
    static StatementPlace of(MigrationRun run, Step step) {
        return of(run.migration(), step.statement().span().start());
    }

    static StatementPlace of(Migration migration, int start) {
        return new StatementPlace(migration.path(), migration.direction(), start);
    }

    /** Of all statements that failed. */
    static Set<StatementPlace> failedIn(HistoryRun history) {
        return history.runs().stream()
                .flatMap(run -> run.steps().stream()
                        .filter(step -> step.error().isPresent())
                        .map(step -> of(run, step)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
