package dev.greenlight.lint;

import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What each history is replayed with: what the project says about it, else what is said for all. */
final class ReplaySettings {
    private final LintRequest request;
    private final BaselineSchema baseline;
    private final Map<String, List<Script>> read = new TreeMap<>();

    /** Files that cannot be read are added to {@code unreadable}. */
    ReplaySettings(LintRequest request, List<Unreadable> unreadable) {
        this.request = request;
        this.baseline = new BaselineSchema(request.tree(), unreadable);
    }

    /** The files with what is there before a history. */
    List<String> baselineSchema(MigrationHistory history) {
        return database(history).baselineSchema();
    }

    private DatabaseSettings database(MigrationHistory history) {
        return HistorySettings.of(history.folder(), request.histories())
                .map(request.database()::with)
                .orElse(request.database());
    }

    ReplayOptions of(MigrationHistory history) {
        DatabaseSettings database = database(history);
        return new ReplayOptions(
                database.version(),
                database.timezone(),
                database.openness(),
                database.searchPath(),
                scripts(database.baselineSchema(), history));
    }

    /** What is there, then what the tool itself makes. */
    private List<Script> scripts(List<String> files, MigrationHistory history) {
        return Stream.concat(files.stream().flatMap(this::scripts), ScriptReader.read(history.prelude()).stream())
                .toList();
    }

    /** Histories share files, each of which is read once, so that one that cannot be read is reported once. */
    private Stream<Script> scripts(String file) {
        return read.computeIfAbsent(file, path -> baseline.read(List.of(path))).stream();
    }
}
