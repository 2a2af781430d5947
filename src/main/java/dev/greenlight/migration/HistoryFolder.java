package dev.greenlight.migration;

/**
 * A folder of which a project says something about the migrations in it.
 *
 * @param folder relative to the working directory; empty for that itself
 */
public record HistoryFolder(String folder, HistoryOptions options) {
    public HistoryFolder {
        folder = Folders.clean(folder);
    }

    /** Whether the path is the folder or lies in it. */
    public boolean holds(String path) {
        return Folders.within(folder, Folders.clean(path));
    }
}
