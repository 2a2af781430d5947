package dev.greenlight.lint;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the histories of a project leave in a database; judges nothing.
 *
 * @param catalogs one for each history, in the order of their folders
 * @param unreadable files that could not be read; what they would do is not in the catalogs
 */
public record Predictions(List<PredictedCatalog> catalogs, List<Unreadable> unreadable) {
    public Predictions {
        catalogs = List.copyOf(catalogs);
        unreadable = List.copyOf(unreadable);
    }

    /** Of all that is there: what has changed and what is known already makes no difference. */
    public static Predictions of(LintRequest request) {
        List<Unreadable> unreadable = new ArrayList<>();
        ReplaySettings settings = new ReplaySettings(request, unreadable);
        Histories.Inputs inputs = Histories.find(request.tree(), request.paths(), request.folders());
        unreadable.addAll(inputs.unreadable());
        List<PredictedCatalog> catalogs = new ArrayList<>();
        for (MigrationHistory history : inputs.histories()) {
            HistoryRun run = Replay.run(history, ScriptReader.read(history.migrations()), settings.of(history));
            catalogs.add(predicted(history, run));
        }
        return new Predictions(catalogs, unreadable);
    }

    static PredictedCatalog predicted(MigrationHistory history, HistoryRun run) {
        long errors = run.runs().stream()
                .filter(migration -> migration.migration().direction() != Direction.DOWN)
                .flatMap(migration -> migration.steps().stream())
                .filter(step -> step.error().isPresent())
                .count();
        Catalog catalog = withoutBookkeeping(run.result(), history);
        return new PredictedCatalog(history.folder(), catalog, run.searchPath(), errors, run);
    }

    /** What a tool keeps its own records in is not the history's. */
    private static Catalog withoutBookkeeping(Catalog catalog, MigrationHistory history) {
        List<SourceFile> files = history.prelude().stream().map(Migration::file).toList();
        Catalog rest = catalog;
        for (Relation relation : catalog.relations()) {
            Origin origin = relation.origin();
            rest = origin != null && files.contains(origin.file()) ? rest.without(relation) : rest;
        }
        return rest;
    }
}
