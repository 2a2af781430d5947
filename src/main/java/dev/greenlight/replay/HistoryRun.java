package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.MigrationHistory;
import java.util.List;

/**
 * A history run from its first migration to its last.
 *
 * @param before what has been run before the history: its baseline and what the tool itself sends
 * @param runs in the order of running; downs were run on a copy of the catalog that is then thrown away
 * @param open whether names that no migration makes were assumed to be there
 * @param assumptions what was assumed, one line each
 * @param result the catalog after the last up or repeatable migration
 * @param certainty what is certain of it
 * @param searchPath the schemas of search_path that a new session has then
 */
public record HistoryRun(
        MigrationHistory history,
        List<Step> before,
        List<MigrationRun> runs,
        boolean open,
        List<String> assumptions,
        Catalog result,
        Certainty certainty,
        List<String> searchPath) {
    public HistoryRun {
        before = List.copyOf(before);
        runs = List.copyOf(runs);
        assumptions = List.copyOf(assumptions);
        searchPath = List.copyOf(searchPath);
    }

    /** Those that a migration to the end runs: up, and repeatable. */
    public List<MigrationRun> ups() {
        return runs.stream()
                .filter(run -> run.migration().direction() != Direction.DOWN)
                .toList();
    }
}
