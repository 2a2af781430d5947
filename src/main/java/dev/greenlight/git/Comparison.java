package dev.greenlight.git;

import dev.greenlight.source.FileTree;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two states of a repository's files and what lies between them. All paths begin at the working folder.
 *
 * @param content the state that is judged
 * @param base the state that it came from; it is read when first asked
 * @param changed the files that were added, deleted or whose content is another; a renamed one is both
 * @param since what came before, such as {@code since origin/main (merge base 1a2b3c4)}
 */
public record Comparison(FileTree content, FileTree base, SortedSet<String> changed, String since) {
    public Comparison {
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
    }
}
