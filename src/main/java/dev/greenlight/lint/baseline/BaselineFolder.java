package dev.greenlight.lint.baseline;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that a baseline's paths begin in, seen from the working directory, which reported paths begin in: so the
 * same file holds from any of them.
 */
public final class BaselineFolder {
    private final Path workingDirectory;
    private final Path folder;

    private BaselineFolder(Path workingDirectory, Path folder) {
        this.workingDirectory = workingDirectory;
        this.folder = folder;
    }

    /** The folder of a file. */
    public static BaselineFolder of(Path workingDirectory, Path file) {
        Path here = workingDirectory.toAbsolutePath().normalize();
        Path there = here.resolve(file).normalize();
        return new BaselineFolder(here, there.resolveSibling("").normalize());
    }

    /** A reported path as the baseline has it. */
    String inBaseline(String reported) {
        return between(folder, workingDirectory, reported);
    }

    /** A path of the baseline's as it would be reported. */
    String reported(String inBaseline) {
        return between(workingDirectory, folder, inBaseline);
    }

    /** A path that cannot be said otherwise stays as it is: one on another drive, or of a name that no file has. */
    private static String between(Path from, Path base, String path) {
        try {
            Path whole = base.resolve(path).normalize();
            return from.relativize(whole)
                    .toString()
                    .replace(base.getFileSystem().getSeparator(), "/");
        } catch (InvalidPathException e) {
            return path;
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
