package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file tells Atlas in the comments at its head, such as {@code -- atlas:txmode none}. An empty line has to part
 * them from the first statement, else they speak of that and not of the file ({@code LocalFile.Directive} of Atlas).
 * Which delimiter there is, and whether the file counts for {@code atlas.sum}, its first line says without that.
 *
 * @param directives as name and what is behind it
 */
record AtlasHead(List<Directive> directives, Optional<Directive> first) {
    private static final Pattern DIRECTIVE = Pattern.compile("([ -~]*)atlas:(\\w+)(?: +([ -~]*))?");

    record Directive(String before, String name, String value) {}

    AtlasHead {
        directives = List.copyOf(directives);
    }

    static AtlasHead of(String text) {
        List<Directive> directives = new ArrayList<>();
        int start = 0;
        while (text.startsWith("--", start) || text.startsWith("#", start)) {
            int end = lineEnd(text, start);
            directive(text.substring(start, end).strip()).ifPresent(directives::add);
            start = Math.min(text.length(), end + 1);
        }
        boolean apart = text.startsWith("\n", start);
        return new AtlasHead(apart ? directives : List.of(), directive(text.substring(0, lineEnd(text, 0))));
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static Optional<Directive> directive(String line) {
        Matcher matcher = DIRECTIVE.matcher(line);
        return matcher.lookingAt()
                ? Optional.of(new Directive(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3) == null ? "" : matcher.group(3).strip()))
                : Optional.empty();
    }

    /** What is behind each directive of this name. */
    List<String> values(String name) {
        return directives.stream()
                .filter(directive -> directive.name().equals(name))
                .map(Directive::value)
                .toList();
    }

    boolean isCheckpoint() {
        return !values("checkpoint").isEmpty();
    }

    /** Whether {@code atlas.sum} leaves it out. */
    boolean isNotSummed() {
        return first.filter(it -> it.name().equals("sum") && it.value().equals("ignore"))
                .isPresent();
    }

    /** What ends a statement instead of a semicolon. */
    Optional<String> delimiter() {
        return first.filter(it -> it.name().equals("delimiter") && it.before().equals("-- "))
                .map(it -> it.value().replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
                .filter(delimiter -> !delimiter.isEmpty());
    }
}
