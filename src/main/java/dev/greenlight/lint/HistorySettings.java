package dev.greenlight.lint;

import dev.greenlight.migration.HistoryFolder;
import dev.greenlight.replay.ReplayOptions.Openness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a project says about the history in one folder; where it says nothing, what is said for all counts.
 *
 * @param baselineSchema files with what is there before the first migration
 */
public record HistorySettings(
        HistoryFolder folder,
        Optional<Openness> openness,
        Optional<List<String>> searchPath,
        Optional<List<String>> baselineSchema) {
    public HistorySettings {
        searchPath = searchPath.map(List::copyOf);
        baselineSchema = baselineSchema.map(List::copyOf);
    }

    /** The same for the folder under another path to it. */
    public HistorySettings at(String path) {
        return new HistorySettings(new HistoryFolder(path, folder.options()), openness, searchPath, baselineSchema);
    }

    /** The settings of the deepest folder that a history lies in. */
    static Optional<HistorySettings> of(String history, List<HistorySettings> all) {
        return all.stream()
                .filter(settings -> settings.folder().holds(history))
                .max(Comparator.comparing(settings -> settings.folder().folder().length()));
    }
}
