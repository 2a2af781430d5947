package dev.greenlight.source;

import java.util.List;

/**
 * Files below a root, wherever they are kept: a disk, a commit, an editor's buffers. Paths are separated by {@code /}
 * and relative to the root. It only reads, and answers about what is not there instead of throwing.
 */
public interface FileTree {

    /** The regular files below a folder, at any depth, sorted by path; none if there is no such folder. */
    List<Entry> list(String folder);

    /** The regular files in a folder itself, sorted by path; none if there is no such folder. */
    List<Entry> children(String folder);

    Kind kind(String path);

    SourceRead read(String path);

    enum Kind {
        FILE,
        FOLDER,
        MISSING
    }

    /** A file found in a tree, by the path under which {@link FileTree#read} gives it. */
    record Entry(String path) implements Comparable<Entry> {

        /** The last part of the path. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The path without its last part, empty for a file at the root. */
        public String folder() {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }

        @Override
        public int compareTo(Entry other) {
            return path.compareTo(other.path);
        }
    }
}
