package dev.greenlight.lint.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that a configuration lies in. What it names is relative to this folder; all else in Greenlight is relative
 * to the working directory.
 *
 * @param path from the working directory; empty for that itself
 */
record ConfigurationFolder(Path path) {

    /** The folder of a file, which is named from the working directory. */
    static ConfigurationFolder of(String file) {
        Path parent = Path.of(file).getParent();
        return new ConfigurationFolder(parent == null ? Path.of("") : parent);
    }

    /** A path of the configuration as seen from the working directory; empty for that itself. */
    String fromWorkingDirectory(String written) {
        return text(path.resolve(written).normalize());
    }

    /** A path as seen from this folder; as it is if there is no way from here to there. */
    String relative(String fromWorkingDirectory) {
        try {
            return text(
                    path.normalize().relativize(Path.of(fromWorkingDirectory).normalize()));
        } catch (IllegalArgumentException e) {
            return fromWorkingDirectory;
        }
    }

    static boolean isPath(String written) {
        try {
            Path.of(written);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String text(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
