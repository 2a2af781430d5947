package dev.greenlight.effect;

import java.util.OptionalLong;

/**
 * How large a table is, or a materialized view.
 *
 * @param rows empty if unknown
 * @param bytes of its rows, with what is stored apart from them and without indexes; empty if unknown
 */
public record TableSize(OptionalLong rows, OptionalLong bytes) {
    /** What a row takes where only one of the two is known. */
    static final int BYTES_OF_ROW = 100;

    public boolean isKnown() {
        return rows.isPresent() || bytes.isPresent();
    }

    long likelyRows() {
        return rows.orElseGet(() -> bytes.orElse(0) / BYTES_OF_ROW);
    }

    long likelyBytes() {
        return bytes.orElseGet(() -> rows.orElse(0) * BYTES_OF_ROW);
    }
}
