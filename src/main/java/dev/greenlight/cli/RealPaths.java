package dev.greenlight.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where paths really lead, seen from a folder: through links to folders, but a link to a file is a file itself. */
final class RealPaths {
    private RealPaths() {}

    /** What cannot be found stays as it is, but for the detours in it. */
    static String from(Path folder, String path) {
        try {
            Path given = folder.resolve(path).normalize();
            String relative = real(folder).relativize(real(given)).toString().replace(File.separatorChar, '/');
            return relative.isEmpty() ? "." : relative;
        } catch (InvalidPathException e) {
            return path;
        }
    }

    private static Path real(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            return path;
        }
        try {
            return Files.isDirectory(path) ? path.toRealPath() : real(parent).resolve(path.getFileName());
        } catch (IOException e) {
            return path;
        }
    }
}
