package dev.greenlight.migration;

import java.util.List;
import java.util.Optional;

/**
 * The migrations of one folder in the order in which its tool runs them; a down stands right after its up.
 *
 * @param folder as given or found, relative to the working directory; {@code .} for that itself, {@code -} for
 *     standard input
 * @param layout the id of the layout that it was taken for
 * @param schema the one that the tool makes if it is not there, and that names without one are in
 * @param partial whether there may be migrations before or between that are not here: standard input, a lone file, or
 *     named files of a folder that holds more
 * @param notes what is odd about the files themselves, each one line
 */
public record MigrationHistory(
        String folder,
        String layout,
        List<Migration> migrations,
        Optional<String> schema,
        boolean partial,
        List<String> notes) {
    public MigrationHistory {
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
    }

    /** For a tool that leaves schemas alone. */
    public MigrationHistory(
            String folder, String layout, List<Migration> migrations, boolean partial, List<String> notes) {
        this(folder, layout, migrations, Optional.empty(), partial, notes);
    }
}
