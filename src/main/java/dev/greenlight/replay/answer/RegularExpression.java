package dev.greenlight.replay.answer;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression (manual 9.7.3) that means the same in Java: literal characters, dots, anchors at the ends, simple
 * brackets and a few repeats. No more is followed, also because more repeats could take long.
 */
final class RegularExpression {
    private static final int MOST_REPEATS = 3;
    private static final String LITERAL = "_ -.,:;/@'\"=<>!%&~#";

    private final String pattern;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private int repeats;
    private boolean atom;

    private RegularExpression(String pattern) {
        this.pattern = pattern;
    }

    /** As Java writes it; null where it is not followed. */
    static @Nullable String inJava(String pattern) {
        RegularExpression expression = new RegularExpression(pattern);
        while (expression.at < pattern.length()) {
            if (!expression.read()) {
                return null;
            }
        }
        return expression.java.toString();
    }

    private boolean read() {
        char c = pattern.charAt(at);
        if ("*+?".indexOf(c) >= 0) {
            return repeat(c);
        }
        if (c == '^' || c == '$') {
            return anchor(c);
        }
        if (c == '[') {
            return atom(bracketEnd());
        }
        boolean escape = c == '\\' && at + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(at + 1));
        boolean literal = Character.isLetterOrDigit(c) || LITERAL.indexOf(c) >= 0;
        return atom(escape ? at + 2 : literal ? at + 1 : -1);
    }

    private boolean repeat(char c) {
        if (!atom || ++repeats > MOST_REPEATS) {
            return false;
        }
        java.append(c);
        at++;
        atom = false;
        return true;
    }

    private boolean anchor(char c) {
        boolean end = c == '$';
        if (at != (end ? pattern.length() - 1 : 0)) {
            return false;
        }
        java.append(end ? "\\z" : "^");
        at++;
        return true;
    }

    /** Takes over what goes up to here, if it goes anywhere. */
    private boolean atom(int end) {
        if (end < 0) {
            return false;
        }
        java.append(pattern, at, end);
        at = end;
        atom = true;
        return true;
    }

    /** Behind brackets with letters, digits, ranges of these and underscores. */
    private int bracketEnd() {
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        int first = i;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            char c = pattern.charAt(i);
            boolean range = c == '-' && i > first && i + 1 < pattern.length() && isRange(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && !range) {
                return -1;
            }
            i++;
        }
        return i > first && i < pattern.length() ? i + 1 : -1;
    }

    private boolean isRange(int dash) {
        String around = "" + pattern.charAt(dash - 1) + pattern.charAt(dash + 1);
        return around.equals("az") || around.equals("AZ") || around.equals("09");
    }
}
