package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a changelog in formatted SQL. What it tells Liquibase stands in a comment, as a word and what belongs to it
 * (Liquibase's AbstractFormattedChangeLogParser); capitals and small letters are the same.
 *
 * @param text without the line end
 * @param start where it begins in its file
 * @param next where the next one begins
 */
record ChangelogLine(String text, int start, int next) {

    /** All of a text. */
    static List<ChangelogLine> of(String text) {
        List<ChangelogLine> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
            lines.add(new ChangelogLine(text.substring(start, end), start, next));
            start = next;
        }
        return lines;
    }

    int end() {
        return start + text.length();
    }

    /** Where the word ends if the line is a comment that begins with it, else -1. */
    int behind(String word) {
        int dashes = space(0);
        return text.startsWith("--", dashes) ? behind(word, dashes + 2) : -1;
    }

    private int behind(String word, int from) {
        int at = space(from);
        return text.regionMatches(true, at, word, 0, word.length()) ? at + word.length() : -1;
    }

    /** Whether it is a comment that begins with the word and white space. */
    boolean says(String word) {
        return isSpace(behind(word));
    }

    /** Whether a dash is missing: Liquibase refuses that rather than taking it for SQL. */
    boolean saysWithOneDash(String word) {
        return text.startsWith("-") && isSpace(behind(word, 1));
    }

    /** Where something begins that is not white space. */
    int space(int from) {
        int at = from;
        while (isSpace(at)) {
            at++;
        }
        return at;
    }

    private boolean isSpace(int at) {
        return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    /** Whether {@code name:true} or {@code name:false} is there; the given answer if neither. A longer name will do. */
    boolean flag(String name, boolean otherwise) {
        int at = behindLast(name, false);
        String value = at < 0 ? "" : run(at, ChangelogLine::isWordPart);
        return value.isEmpty() ? otherwise : Boolean.parseBoolean(value);
    }

    /** What is behind {@code name:} up to white space. */
    Optional<String> token(String name) {
        int at = behindLast(name, true);
        return at < 0 ? Optional.empty() : Optional.of(run(at, c -> !Character.isWhitespace(c)));
    }

    /** What is behind {@code name:} and perhaps white space, up to white space. */
    Optional<String> value(String name) {
        int at = behindLast(name, false);
        return at < 0
                ? Optional.empty()
                : Optional.of(run(space(at), c -> !Character.isWhitespace(c))).filter(value -> !value.isEmpty());
    }

    /** The names behind {@code name:}, which may be negated. */
    Optional<String> list(String name) {
        int at = behindLast(name, false);
        return at < 0 ? Optional.empty() : Optional.of(run(space(at), c -> isWordPart(c) || c == '!' || c == ','));
    }

    private String run(int from, CharPredicate part) {
        int end = from;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    /** Where {@code name:} ends, the last time that it is there. */
    private int behindLast(String name, boolean asWord) {
        String key = name + ":";
        for (int at = text.length() - key.length(); at >= 0; at--) {
            boolean word = !asWord || at == 0 || !isWordPart(text.charAt(at - 1));
            if (word && text.regionMatches(true, at, key, 0, key.length())) {
                return at + key.length();
            }
        }
        return -1;
    }

    private interface CharPredicate {
        boolean test(char c);
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
