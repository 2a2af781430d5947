package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/**
 * Collects the characters of a literal with escapes. Two escapes may make one character, as halves of a surrogate pair
 * that must follow each other at once. Only the first thing wrong is kept, and where it is: for half a pair, where its
 * other half should be (scan.l, {@code <xeu>}; parser.c, {@code str_udeescape}).
 */
final class CodePoints {
    private final StringBuilder value = new StringBuilder();
    private boolean half;
    private int offset;
    private @Nullable String problem;
    private int problemAt;

    /** Says where what is collected next stands. */
    void at(int place) {
        offset = place;
    }

    void literal(char c) {
        endHalf();
        value.append(c);
    }

    void literal(String text) {
        endHalf();
        value.append(text);
    }

    void escaped(int code) {
        if (code == 0 || !Character.isValidCodePoint(code)) {
            fail("invalid Unicode escape value");
        } else if (isLow(code)) {
            fail(half ? null : "invalid Unicode surrogate pair");
            value.append((char) code);
            half = false;
        } else {
            endHalf();
            value.appendCodePoint(code);
            half = isHigh(code);
        }
    }

    /** Called where a half without its other half is wrong. */
    void endHalf() {
        fail(half ? "invalid Unicode surrogate pair" : null);
        half = false;
    }

    void fail(@Nullable String reason) {
        if (problem == null) {
            problem = reason;
            problemAt = offset;
        }
    }

    boolean failed() {
        return problem != null;
    }

    Decoded decoded() {
        endHalf();
        return problem == null ? Decoded.of(value.toString()) : Decoded.failed(problem, problemAt);
    }

    private static boolean isHigh(int code) {
        return code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE;
    }

    private static boolean isLow(int code) {
        return code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
    }
}
