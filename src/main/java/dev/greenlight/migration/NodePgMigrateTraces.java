package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceRead;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells node-pg-migrate from others: marks in its files, or that the {@code package.json} beside its folder or
 * above, the nearest one, depends on it and the folder is called {@code migrations}, as it is unless somebody says
 * otherwise. Marks in a file that goes one way by its name are other tools' comments.
 */
final class NodePgMigrateTraces {
    private static final int LOOKED_INTO = 3;
    private static final String FOLDER = "migrations";
    private static final Pattern DEPENDENCY = Pattern.compile("\"node-pg-migrate\"\\s*:");
    private static final Pattern NOT_SHARED =
            Pattern.compile("--no-single-transaction\\b|--single-transaction[= ]false\\b");

    private final FoundFiles files;

    NodePgMigrateTraces(FoundFiles files) {
        this.files = files;
    }

    /** @param named files that are named as migrations are */
    boolean in(String folder, List<Entry> named) {
        return named.stream()
                        .filter(entry -> !NodePgMigrateName.isOneWay(entry))
                        .limit(LOOKED_INTO)
                        .anyMatch(this::isMarked)
                || Folders.name(folder).equals(FOLDER)
                        && manifest(folder)
                                .filter(text -> DEPENDENCY.matcher(text).find())
                                .isPresent();
    }

    /** Whether all that is pending runs in one transaction, unless a script of the manifest says otherwise. */
    boolean sharesTransaction(String folder) {
        return manifest(folder).filter(text -> NOT_SHARED.matcher(text).find()).isEmpty();
    }

    private boolean isMarked(Entry entry) {
        return files.read(entry) instanceof SourceRead.Text text && NodePgMigrateScript.isMarked(text.file());
    }

    /** None if another language's comes first: what is below that has its own tools. */
    private Optional<String> manifest(String start) {
        for (String folder : Folders.upwards(start)) {
            if (isFile(folder, "package.json")) {
                return files.text(Folders.resolve(folder, "package.json"));
            }
            if (isFile(folder, "go.mod") || isFile(folder, "Cargo.toml")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isFile(String folder, String name) {
        return files.kind(Folders.resolve(folder, name)) == Kind.FILE;
    }
}
