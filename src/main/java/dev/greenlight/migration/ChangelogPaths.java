package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a path in a changelog means. It is looked for from the changelog's own folder if it is said to be relative, else
 * from that folder and those above it, one of which is where Liquibase looks: its search path is not known. Nothing is
 * looked for outside of the tree.
 */
final class ChangelogPaths {
    private final FoundFiles files;

    ChangelogPaths(FoundFiles files) {
        this.files = files;
    }

    /** The path in the tree, if there is something. */
    Optional<String> find(String folder, String path, boolean relative) {
        String plain = path.replace('\\', '/').replaceFirst("^(?:classpath\\*?|file):", "");
        if (relative) {
            return joined(folder, plain).filter(this::isThere);
        }
        String below = plain.replaceFirst("^/+", "");
        return Folders.upwards(folder).stream()
                .flatMap(above -> joined(above, below).stream())
                .filter(this::isThere)
                .findFirst();
    }

    private boolean isThere(String path) {
        return files.kind(path) != Kind.MISSING;
    }

    private static Optional<String> joined(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>(Folders.parts(folder));
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()
                        || parts.getLast().equals("..")
                        || parts.getLast().isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
