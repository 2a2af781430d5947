package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** What quoted text stands for, or why it stands for nothing. */
record Decoded(String value, @Nullable String problem) {

    static Decoded of(String value) {
        return new Decoded(value, null);
    }

    static Decoded failed(String problem) {
        return new Decoded("", problem);
    }
}
