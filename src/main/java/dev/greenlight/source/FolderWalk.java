package dev.greenlight.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One walk over a folder on a disk: its regular files at any depth, but none in hidden folders. Links are followed, but
 * each real folder is entered once, so that links that go in circles or multiply do no harm; folders come before links
 * to them, so that a file is found under its own path if it has one here. What cannot be entered is passed over.
 */
final class FolderWalk {
    private final List<Path> files = new ArrayList<>();
    private final Deque<Path> folders = new ArrayDeque<>();
    private final Deque<Path> links = new ArrayDeque<>();
    private final Set<Path> entered = new HashSet<>();

    private FolderWalk() {}

    /** The files, in no particular order. */
    static List<Path> files(Path start) {
        FolderWalk walk = new FolderWalk();
        walk.folders.add(start);
        while (!walk.folders.isEmpty() || !walk.links.isEmpty()) {
            walk.enter(walk.folders.isEmpty() ? walk.links.remove() : walk.folders.remove());
        }
        return walk.files;
    }

    /** As {@link #files}, but only those in the folder itself. */
    static List<Path> children(Path folder) {
        FolderWalk walk = new FolderWalk();
        walk.enter(folder);
        return walk.files;
    }

    private void enter(Path folder) {
        try {
            if (entered.add(folder.toRealPath())) {
                read(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            // Vanished, or closed to us: a file in it that is asked for by name gives the reason.
        }
    }

    private void read(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : sorted(children)) {
                if (Files.isRegularFile(child)) {
                    files.add(child);
                } else if (Files.isDirectory(child)
                        && !child.getFileName().toString().startsWith(".")) {
                    (Files.isSymbolicLink(child) ? links : folders).add(child);
                }
            }
        }
    }

    /** A folder is read in any order; which of two links to one folder wins must not depend on that. */
    private static List<Path> sorted(DirectoryStream<Path> children) {
        List<Path> sorted = new ArrayList<>();
        children.forEach(sorted::add);
        sorted.sort(null);
        return sorted;
    }
}
