package dev.greenlight.migration;

import java.util.List;

/**
 * The migrations of one folder in the order in which its tool runs them; a down stands right after its up.
 *
 * @param folder as given or found, relative to the working directory; {@code .} for that itself, {@code -} for
 *     standard input
 * @param layout the id of the layout that it was taken for
 * @param prelude what the tool itself sends before the first of them: its schemas, its own table
 * @param partial whether there may be migrations before or between that are not here: standard input, a lone file, or
 *     named files of a folder that holds more
 * @param notes what is odd about the files themselves, each one line
 */
public record MigrationHistory(
        String folder,
        String layout,
        List<Migration> migrations,
        List<Migration> prelude,
        boolean partial,
        List<String> notes) {
    public MigrationHistory {
        migrations = List.copyOf(migrations);
        prelude = List.copyOf(prelude);
        notes = List.copyOf(notes);
    }

    /** Without a prelude. */
    public MigrationHistory(
            String folder, String layout, List<Migration> migrations, boolean partial, List<String> notes) {
        this(folder, layout, migrations, List.of(), partial, notes);
    }
}
