package dev.greenlight.replay.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LIKE and regular expressions (manual 9.7), the latter as far as Java's mean the same. */
final class Patterns {
    /** Longer ones could take long. */
    private static final int LONGEST = 200;

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
        @Nullable
        String java = isAscii(text + pattern) && text.length() + pattern.length() <= LONGEST
                ? RegularExpression.inJava(pattern)
                : null;
        if (java == null) {
            return new Datum.Unknown("a regular expression", true);
        }
        int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0);
        return Logic.of(Pattern.compile(java, flags).matcher(text).find());
    }
}
