package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What sqlx leaves behind: the first line that {@code sqlx migrate add} writes, {@code -- no-transaction}, a folder
 * {@code .sqlx} for {@code cargo sqlx prepare}, or a {@code Cargo.toml} that depends on it, beside the migrations or
 * above. Without one of them nothing tells its files from those of others.
 */
final class SqlxTraces {
    static final String NO_TRANSACTION = "-- no-transaction";

    private static final Pattern FIRST_LINE =
            Pattern.compile("-- Add (?:(?:up|down) )?migration script here\\b|" + NO_TRANSACTION);
    private static final Pattern DEPENDENCY = Pattern.compile("(?m)^[ \\t]*sqlx[ \\t]*[.=]|^\\[.*dependencies\\.sqlx]");

    private final FoundFiles files;

    SqlxTraces(FoundFiles files) {
        this.files = files;
    }

    boolean in(String folder, List<PlannedMigration> migrations) {
        return isAbove(folder) || migrations.parallelStream().anyMatch(it -> isWritten(it.file()));
    }

    private boolean isWritten(Entry entry) {
        return files.text(entry)
                .filter(text -> FIRST_LINE.matcher(text).lookingAt())
                .isPresent();
    }

    /** As far up as the paths tell, but not out of a Go module: that has its own tools. */
    private boolean isAbove(String start) {
        for (String folder : Folders.upwards(start)) {
            if (files.kind(Folders.resolve(folder, ".sqlx")) == Kind.FOLDER
                    || depends(Folders.resolve(folder, "Cargo.toml"))) {
                return true;
            }
            if (files.kind(Folders.resolve(folder, "go.mod")) == Kind.FILE) {
                return false;
            }
        }
        return false;
    }

    private boolean depends(String manifest) {
        return files.text(manifest)
                .filter(text -> DEPENDENCY.matcher(text).find())
                .isPresent();
    }
}
