package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/**
 * What quoted text stands for, or why it stands for nothing.
 *
 * @param at where the problem is
 */
record Decoded(String value, @Nullable String problem, int at) {

    static Decoded of(String value) {
        return new Decoded(value, null, 0);
    }

    static Decoded failed(String problem, int at) {
        return new Decoded("", problem, at);
    }
}
