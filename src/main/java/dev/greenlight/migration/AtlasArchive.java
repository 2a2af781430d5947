package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that says {@code atlas:txtar} and holds several, each behind its name in a line of its own, such as
 * {@code -- migration.sql --} (Atlas' documentation, "Pre-migration Checks").
 */
final class AtlasArchive {
    private static final Pattern MARK = Pattern.compile("(?m)^-- ([^\\s-][^\\n]*?) --[ \\t\\r]*$");

    private AtlasArchive() {}

    /** The part of this name. */
    static Optional<Span> part(String text, String name) {
        Matcher marks = MARK.matcher(text);
        int start = -1;
        while (marks.find()) {
            if (start >= 0) {
                return Optional.of(new Span(start, marks.start()));
            }
            start = marks.group(1).equals(name) ? marks.end() : -1;
        }
        return start < 0 ? Optional.empty() : Optional.of(new Span(start, text.length()));
    }
}
