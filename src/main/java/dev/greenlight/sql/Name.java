package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.nio.charset.StandardCharsets;

/**
 * An identifier as it stands in a statement, with its place.
 *
 * @param value the name as PostgreSQL stores it: folded to lower case unless it was quoted, cut to 63 bytes
 *     (manual 4.1.1)
 * @param span where it stands, quotes included
 */
public record Name(String value, Span span) {
    private static final int MAX_BYTES = 63;

    /** The name that a word, a quoted identifier or a placeholder stands for. */
    public static Name of(Token token) {
        return new Name(truncate(token.value()), token.span());
    }

    /** Longer names are cut to 63 bytes, but never within a character (manual 4.1.1). */
    private static String truncate(String value) {
        if (value.length() * 3 <= MAX_BYTES || value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            return value;
        }
        int end = 0;
        int bytes = 0;
        while (end < value.length()) {
            int character = value.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            end += Character.charCount(character);
        }
        return value.substring(0, end);
    }
}
