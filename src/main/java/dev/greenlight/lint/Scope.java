package dev.greenlight.lint;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.source.FileTree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has changed, where a review is to speak of nothing else. Histories are still replayed whole: a migration is
 * judged by those before it.
 *
 * @param changed paths of files that were added, deleted or changed, as the request's tree reports them
 * @param base what was there before; none where only the names of the changed files are known
 * @param since what came before, in words, such as {@code since origin/main (merge base 1a2b3c4)}
 */
public record Scope(SortedSet<String> changed, Optional<FileTree> base, String since) {
    private static final String UP = "/up.sql";
    private static final String DOWN = "/down.sql";

    public Scope {
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    }

    /** Whether it, or what is said about it alone beside it, has changed. */
    boolean covers(Migration migration) {
        return Stream.concat(Stream.of(migration.path()), besides(migration)).anyMatch(changed::contains);
    }

    /** Flyway's script configuration, and Diesel's metadata, which is in the migration's own folder. */
    private static Stream<String> besides(Migration migration) {
        String path = migration.path();
        String configuration = path + ".conf";
        return path.endsWith(UP) || path.endsWith(DOWN)
                ? Stream.of(configuration, path.substring(0, path.lastIndexOf('/')) + "/metadata.toml")
                : Stream.of(configuration);
    }

    /** Whether anything has changed that can make a difference to a history. */
    boolean touches(MigrationHistory history, Collection<String> baselineSchema) {
        return baselineSchema.stream().anyMatch(changed::contains)
                || changed.stream().anyMatch(path -> isWithin(history.folder(), path))
                || history.migrations().stream().anyMatch(this::covers);
    }

    private static boolean isWithin(String folder, String path) {
        return folder.equals(".") ? !path.startsWith("../") : path.startsWith(folder + "/");
    }

    /** What is to be said first. */
    String note(List<MigrationHistory> histories) {
        List<Migration> all = histories.stream()
                .flatMap(history -> history.migrations().stream())
                .toList();
        long covered = all.stream().filter(this::covers).count();
        String of = covered == 0 ? "no migration" : covered + " of " + all.size() + " migrations";
        return of + " changed " + since;
    }

    /** Whether it is about a changed file, or about no file. */
    boolean concerns(String note, boolean strayed) {
        return changed.stream().anyMatch(note::contains) || !namesScript(note) || strayed && note.endsWith(" more");
    }

    private static boolean namesScript(String note) {
        return Stream.of(note.split("[ ,:]"))
                .anyMatch(word -> word.length() > ".sql".length() && word.endsWith(".sql"));
    }

    /** Whether a changed script is there that no history has: notes list such only so far. */
    boolean hasStray(FileTree tree, List<MigrationHistory> histories) {
        SortedSet<String> stray = new TreeSet<>(changed);
        histories.forEach(
                history -> history.migrations().stream().map(Migration::path).forEach(stray::remove));
        return stray.stream().anyMatch(path -> path.endsWith(".sql") && tree.kind(path) == FileTree.Kind.FILE);
    }
}
