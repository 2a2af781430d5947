package dev.greenlight.lint;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.source.SourceFile;
import java.util.List;

/**
 * A history that has been read and replayed, and with what.
 *
 * @param scripts its migrations, read, in its order
 */
record ReplayedHistory(MigrationHistory history, List<Script> scripts, ReplayOptions options, HistoryRun run) {
    ReplayedHistory {
        scripts = List.copyOf(scripts);
    }

    static ReplayedHistory of(MigrationHistory history, List<Script> scripts, ReplayOptions options) {
        return new ReplayedHistory(history, scripts, options, Replay.run(history, scripts, options));
    }

    /** How many of its statements PostgreSQL would refuse. */
    long errors() {
        return run.ups().stream()
                .flatMap(migration -> migration.steps().stream())
                .filter(step -> step.error().isPresent())
                .count();
    }

    /** What it leaves, without what its tool keeps its own records in. */
    Catalog result() {
        List<SourceFile> files = history.prelude().stream().map(Migration::file).toList();
        Catalog rest = run.result();
        for (Relation relation : run.result().relations()) {
            Origin origin = relation.origin();
            rest = origin != null && files.contains(origin.file()) ? rest.without(relation) : rest;
        }
        return rest;
    }
}
