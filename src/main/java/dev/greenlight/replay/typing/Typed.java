package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;

/**
 * What an expression that has been read is.
 *
 * @param type unknown where it is not certain
 * @param label what names a column of it that has no alias, empty for nothing (manual 7.3.2)
 * @param strong whether a cast around it does not name the column
 */
record Typed(DataType type, String label, boolean strong) {
    static final String UNNAMED = "?column?";

    static Typed of(DataType type) {
        return new Typed(type, "", false);
    }

    static Typed named(DataType type, String label) {
        return new Typed(type, label, true);
    }

    Typed as(DataType other) {
        return new Typed(other, label, strong);
    }

    String columnName() {
        return label.isEmpty() ? UNNAMED : label;
    }
}
