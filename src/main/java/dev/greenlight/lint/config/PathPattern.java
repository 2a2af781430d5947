package dev.greenlight.lint.config;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Which files a part of a configuration is for: {@code db/legacy} and all below it, {@code db/**}{@code /2019*.sql}, and
 * without a slash any file of that name, {@code *_seed.sql}.
 */
public final class PathPattern {
    private final String written;
    private final boolean named;
    private final PathMatcher whole;
    private final PathMatcher inside;

    private PathPattern(String written, boolean named, PathMatcher whole, PathMatcher inside) {
        this.written = written;
        this.named = named;
        this.whole = whole;
        this.inside = inside;
    }

    /** None if it is no pattern. */
    static Optional<PathPattern> parse(String text) {
        String clean = text.replaceFirst("^\\./", "").replaceFirst("/+$", "");
        try {
            return clean.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            new PathPattern(text, clean.indexOf('/') < 0, matcher(clean), matcher(clean + "/**")));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** @param path as seen from the configuration's folder */
    boolean matches(String path) {
        try {
            Path file = Path.of(path);
            return whole.matches(file)
                    || inside.matches(file)
                    || named && file.getFileName() != null && whole.matches(file.getFileName());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** As somebody wrote it. */
    @Override
    public String toString() {
        return written;
    }
}
