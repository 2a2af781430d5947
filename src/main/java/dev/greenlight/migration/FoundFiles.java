package dev.greenlight.migration;

import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceRead;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files among which histories are looked for. Each is read at most once, when somebody first asks. */
final class FoundFiles {
    private final FileTree tree;
    private final List<Entry> entries;
    private final Map<String, SourceRead> reads;
    private final boolean told;

    private FoundFiles(FileTree tree, Collection<Entry> entries, Map<String, SourceRead> reads, boolean told) {
        this.tree = tree;
        this.entries = entries.stream().distinct().sorted().toList();
        this.reads = reads;
        this.told = told;
    }

    static FoundFiles of(FileTree tree, Collection<Entry> entries) {
        return of(tree, entries, Map.of());
    }

    /** @param read what has been read of them, by path */
    static FoundFiles of(FileTree tree, Collection<Entry> entries, Map<String, SourceRead> read) {
        return new FoundFiles(tree, entries, new ConcurrentHashMap<>(read), false);
    }

    /** Sorted by path. */
    List<Entry> all() {
        return entries;
    }

    List<Entry> sql() {
        return entries.stream().filter(FoundFiles::isSql).toList();
    }

    static boolean isSql(Entry entry) {
        return entry.name().endsWith(".sql");
    }

    /** The SQL files by the folder that they are in. */
    NavigableMap<String, List<Entry>> sqlByFolder() {
        return sql().stream().collect(Collectors.groupingBy(Entry::folder, TreeMap::new, Collectors.toList()));
    }

    FoundFiles without(Set<Entry> others) {
        return only(entry -> !others.contains(entry));
    }

    FoundFiles only(Predicate<Entry> wanted) {
        return new FoundFiles(tree, entries.stream().filter(wanted).toList(), reads, told);
    }

    /** The same files, of which somebody has said which layout they are in. */
    FoundFiles told() {
        return new FoundFiles(tree, entries, reads, true);
    }

    /** Whether a layout need not ask if these files are its own: somebody has said so. */
    boolean areTold() {
        return told;
    }

    /** Of any path of the tree, found or not. */
    Kind kind(String path) {
        return tree.kind(path);
    }

    /** Of any file of the tree that is a text, found or not. */
    Optional<String> text(String path) {
        return kind(path) == Kind.FILE ? text(new Entry(path)) : Optional.empty();
    }

    /** None of what cannot be read. */
    Optional<String> text(Entry entry) {
        return read(entry) instanceof SourceRead.Text text
                ? Optional.of(text.file().text())
                : Optional.empty();
    }

    /** Also one that is not among them. */
    SourceRead read(Entry entry) {
        return reads.computeIfAbsent(entry.path(), tree::read);
    }
}
