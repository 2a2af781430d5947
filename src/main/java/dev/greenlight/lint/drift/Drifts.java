package dev.greenlight.lint.drift;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Truth;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What differs between the histories of a project and its sources of truth. */
public final class Drifts {
    private final FileTree tree;
    private final List<String> searchPath;
    private final List<PredictedCatalog> histories;
    private final Function<String, PredictedCatalog> dumps;
    private final List<Recommendation> recommendations = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * @param histories at least one
     * @param dumps plays the dump at a path
     */
    public Drifts(FileTree tree, List<PredictedCatalog> histories, Function<String, PredictedCatalog> dumps) {
        this.tree = tree;
        this.histories = List.copyOf(histories);
        this.searchPath = histories.getFirst().searchPath();
        this.dumps = dumps;
    }

    /** Compares with one more source of truth. */
    public void look(String path) {
        String schema = searchPath.stream()
                .filter(name -> !name.startsWith("$"))
                .findFirst()
                .orElse("public");
        switch (TruthReader.read(tree, path, schema)) {
            case Truth.Illegible illegible -> unreadable.add(illegible.problem());
            case Truth.Declared declared ->
                recommendations.addAll(new SchemaDrift(schemas(), declared(declared), declared).look());
            case Truth.Dump dump -> dump(dump);
        }
    }

    private void dump(Truth.Dump dump) {
        PredictedCatalog state = dumps.apply(dump.path());
        DumpDrift drift = new DumpDrift(histories, state, dump.path());
        Optional<Unreadable> problem = drift.problem();
        problem.ifPresentOrElse(unreadable::add, () -> recommendations.addAll(drift.look()));
    }

    private List<FinalSchema> schemas() {
        return histories.stream()
                .map(history -> new FinalSchema(history.catalog(), history.run()))
                .toList();
    }

    /** Types that nothing declares, as extensions bring them, are assumed to be there. */
    private FinalSchema declared(Truth.Declared truth) {
        MigrationHistory history = new MigrationHistory(truth.path(), "declared", truth.migrations(), false, List.of());
        ReplayOptions options =
                new ReplayOptions(PostgresVersion.NEWEST, Optional.empty(), Openness.OPEN, searchPath, List.of());
        HistoryRun run = Replay.run(history, ScriptReader.read(truth.migrations()), options);
        return new FinalSchema(run.result(), run);
    }

    public List<Recommendation> recommendations() {
        return recommendations.stream().sorted(Recommendation.IN_ORDER).toList();
    }

    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }
}
