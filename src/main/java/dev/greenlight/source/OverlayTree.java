package dev.greenlight.source;

import java.util.List;
import java.util.stream.Stream;

/** A tree with one file laid over it, which hides the tree's own or is there besides: standard input, an open editor. */
public final class OverlayTree implements FileTree {
    private final FileTree below;
    private final FileTree above;
    private final SourceRead content;

    private OverlayTree(FileTree below, String path, SourceRead content) {
        this.below = below;
        this.above = MemoryTree.of(path, "");
        this.content = content;
    }

    /** @param bytes what the file holds, as on a disk */
    public static OverlayTree of(FileTree below, String path, byte[] bytes) {
        return new OverlayTree(below, path, Decoding.decode(path, bytes));
    }

    @Override
    public List<Entry> list(String folder) {
        return union(above.list(folder), below.list(folder));
    }

    @Override
    public List<Entry> children(String folder) {
        return union(above.children(folder), below.children(folder));
    }

    @Override
    public Kind kind(String path) {
        Kind kind = isAbove(path) ? Kind.FILE : below.kind(path);
        return kind == Kind.MISSING ? above.kind(path) : kind;
    }

    @Override
    public SourceRead read(String path) {
        return isAbove(path) ? content : below.read(path);
    }

    private boolean isAbove(String path) {
        return above.kind(path) == Kind.FILE;
    }

    private static List<Entry> union(List<Entry> some, List<Entry> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
    }
}
