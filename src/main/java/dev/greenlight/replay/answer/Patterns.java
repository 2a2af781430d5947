package dev.greenlight.replay.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LIKE and regular expressions (manual 9.7), the latter as far as Java's mean the same. */
final class Patterns {
    /** Longer ones, and more that repeat, could take long. */
    private static final int LONGEST = 200;

    private static final int MOST_REPEATS = 3;

    private Patterns() {}

    static Datum like(String text, String pattern, boolean anyCase) {
        if (anyCase && !isAscii(text + pattern) || pattern.endsWith("\\")) {
            return new Datum.Unknown("a pattern", true);
        }
        return anyCase
                ? Logic.of(matches(text.toLowerCase(Locale.ROOT), pattern.toLowerCase(Locale.ROOT)))
                : Logic.of(matches(text, pattern));
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** The last {@code %} is where to try again, so that it takes the product of the lengths at most. */
    private static boolean matches(String text, String pattern) {
        int at = 0;
        int in = 0;
        int retryPattern = -1;
        int retryText = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '%') {
                retryPattern = ++in;
                retryText = at;
                continue;
            }
            int length = in < pattern.length() ? matched(text, at, pattern, in) : 0;
            if (length > 0) {
                at += pattern.charAt(in) == '_' ? Character.charCount(text.codePointAt(at)) : 1;
                in += length;
            } else if (retryPattern >= 0) {
                retryText += Character.charCount(text.codePointAt(retryText));
                at = retryText;
                in = retryPattern;
            } else {
                return false;
            }
        }
        return pattern.substring(in).chars().allMatch(c -> c == '%');
    }

    /** How much of the pattern the character matches. */
    private static int matched(String text, int at, String pattern, int in) {
        char c = pattern.charAt(in);
        if (c == '\\') {
            return pattern.charAt(in + 1) == text.charAt(at) ? 2 : 0;
        }
        return c == '_' || c == text.charAt(at) ? 1 : 0;
    }

    /** {@code ~}, and {@code ~*} for any case. */
    static Datum regular(String text, String pattern, boolean anyCase) {
        @Nullable String java = isAscii(text + pattern) && text.length() + pattern.length() <= LONGEST ? java(pattern) : null;
        if (java == null) {
            return new Datum.Unknown("a regular expression", true);
        }
        int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0);
        return Logic.of(Pattern.compile(java, flags).matcher(text).find());
    }

    /** Literal characters, dots, anchors at the ends, simple brackets and a few repeats; null for anything else. */
    private static @Nullable String java(String pattern) {
        StringBuilder java = new StringBuilder();
        int repeats = 0;
        boolean atom = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean last = i == pattern.length() - 1;
            if ("*+?".indexOf(c) >= 0) {
                if (!atom || ++repeats > MOST_REPEATS) {
                    return null;
                }
                java.append(c);
                atom = false;
            } else if (c == '^' && i == 0) {
                java.append('^');
            } else if (c == '$' && last) {
                java.append("\\z");
            } else if (c == '[') {
                int end = bracketEnd(pattern, i);
                if (end < 0) {
                    return null;
                }
                java.append(pattern, i, end + 1);
                i = end;
                atom = true;
            } else if (c == '\\' && !last && !Character.isLetterOrDigit(pattern.charAt(i + 1))) {
                java.append(c).append(pattern.charAt(++i));
                atom = true;
            } else if (Character.isLetterOrDigit(c) || "_ -.,:;/@'\"=<>!%&~#".indexOf(c) >= 0) {
                java.append(c);
                atom = true;
            } else {
                return null;
            }
        }
        return java.toString();
    }

    /** Of brackets with letters, digits, ranges of these and underscores. */
    private static int bracketEnd(String pattern, int open) {
        int i = open + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        int first = i;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            char c = pattern.charAt(i);
            boolean range = c == '-' && i > first && i + 1 < pattern.length() && isRange(pattern, i);
            if (!Character.isLetterOrDigit(c) && c != '_' && !range) {
                return -1;
            }
            i++;
        }
        return i > first && i < pattern.length() ? i : -1;
    }

    private static boolean isRange(String pattern, int dash) {
        String around = "" + pattern.charAt(dash - 1) + pattern.charAt(dash + 1);
        return around.equals("az") || around.equals("AZ") || around.equals("09");
    }
}
