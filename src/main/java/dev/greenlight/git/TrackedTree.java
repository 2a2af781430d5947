package dev.greenlight.git;

import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceRead;
import java.util.List;

/** The files of the work tree that git knows, as they are on the disk: without those that nobody has added yet. */
final class TrackedTree implements FileTree {
    private final FileTree index;
    private final FileTree disk;

    TrackedTree(FileTree index, FileTree disk) {
        this.index = index;
        this.disk = disk;
    }

    @Override
    public List<Entry> list(String folder) {
        return index.list(folder).stream().filter(this::isOnDisk).toList();
    }

    @Override
    public List<Entry> children(String folder) {
        return index.children(folder).stream().filter(this::isOnDisk).toList();
    }

    private boolean isOnDisk(Entry entry) {
        return disk.kind(entry.path()) == Kind.FILE;
    }

    @Override
    public Kind kind(String path) {
        return index.kind(path) == Kind.MISSING ? Kind.MISSING : disk.kind(path);
    }

    @Override
    public SourceRead read(String path) {
        return index.kind(path) == Kind.MISSING ? index.read(path) : disk.read(path);
    }
}
