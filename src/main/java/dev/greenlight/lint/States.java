package dev.greenlight.lint;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** The states in which a database is on its way through a project's histories, and those that dumps show. */
public final class States {
    private final LintRequest request;
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final ReplaySettings settings;
    private final List<MigrationHistory> histories;

    private States(LintRequest request) {
        this.request = request;
        this.settings = new ReplaySettings(request, unreadable);
        Histories.Inputs inputs = Histories.find(request.tree(), request.paths(), request.folders());
        this.unreadable.addAll(inputs.unreadable());
        this.histories = inputs.histories();
    }

    public static States of(LintRequest request) {
        return new States(request);
    }

    /** What somebody means by a version. */
    public sealed interface State {
        record Found(PredictedCatalog catalog) implements State {}

        /** @param known the versions that there are, the last first */
        record Unknown(List<String> known) implements State {}

        /** @param paths of the migrations that are meant equally well */
        record Ambiguous(List<String> paths) implements State {}
    }

    /** Files that could not be read. */
    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** After the migration of a version. */
    public State at(String version) {
        List<State> found = histories.stream()
                .map(history -> at(version, history))
                .filter(state -> !(state instanceof State.Unknown))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        List<String> known = histories.stream()
                .flatMap(history -> new VersionSearch(history).known().reversed().stream())
                .toList();
        return found.isEmpty()
                ? new State.Unknown(known)
                : new State.Ambiguous(
                        histories.stream().map(MigrationHistory::folder).toList());
    }

    private State at(String version, MigrationHistory history) {
        VersionSearch search = new VersionSearch(history);
        List<Migration> found = search.find(version);
        List<String> paths = found.stream().map(Migration::path).distinct().toList();
        if (paths.isEmpty()) {
            return new State.Unknown(search.known());
        }
        if (paths.size() > 1) {
            return new State.Ambiguous(paths);
        }
        MigrationHistory begun = search.to(found.getLast());
        List<Script> scripts = ScriptReader.read(begun.migrations());
        return new State.Found(Predictions.predicted(ReplayedHistory.of(begun, scripts, settings.of(history))));
    }

    /** What a script such as {@code pg_dump --schema-only} writes one makes in an empty database. */
    public PredictedCatalog ofDump(String path) {
        return dump(request, path, unreadable);
    }

    /** Files that cannot be read are added to {@code unreadable}. */
    static PredictedCatalog dump(LintRequest request, String path, List<Unreadable> unreadable) {
        List<Script> scripts = new BaselineSchema(request.tree(), unreadable).read(List.of(path));
        List<Migration> migrations = scripts.stream().map(Script::migration).toList();
        MigrationHistory dump = new MigrationHistory(path, "dump", migrations, false, List.of());
        ReplayOptions options = new ReplayOptions(
                request.database().version(),
                request.database().timezone(),
                ReplayOptions.Openness.CLOSED,
                request.database().searchPath(),
                List.of());
        return Predictions.predicted(ReplayedHistory.of(dump, scripts, options));
    }
}
