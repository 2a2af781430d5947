package dev.greenlight.migration;

import java.util.Optional;

/** The name behind {@code --changeset}: author, colon and id without white space between them, either maybe quoted. */
final class ChangesetName {
    private ChangesetName() {}

    /** @param from where the word {@code changeset} ends */
    static Optional<String> of(ChangelogLine line, int from) {
        String text = line.text();
        int start = line.space(from);
        int colon = start == from ? -1 : colon(text, start);
        if (colon < 0) {
            return Optional.empty();
        }
        int end = end(text, colon + 1);
        return end > colon + 1
                ? Optional.of(unquoted(text.substring(start, colon)) + ":" + unquoted(text.substring(colon + 1, end)))
                : Optional.empty();
    }

    /** Behind the author, who has at least one character. */
    private static int colon(String text, int start) {
        int close = text.startsWith("\"", start) ? text.indexOf('"', start + 1) : -1;
        if (close > start + 1 && text.startsWith(":", close + 1)) {
            return close + 1;
        }
        int colon = text.indexOf(':', start);
        return colon > start ? colon : -1;
    }

    private static int end(String text, int start) {
        int close = text.startsWith("\"", start) ? text.indexOf('"', start + 1) : -1;
        if (close > start + 1) {
            return close + 1;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
