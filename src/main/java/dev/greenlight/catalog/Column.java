package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Volatility;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param number stays the same when the column is renamed and is never used again after a drop (pg_attribute.attnum)
 * @param origin where it was added, or its type last changed
 */
public record Column(
        int number,
        String name,
        DataType type,
        boolean notNull,
        @Nullable Value defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable Origin origin) {

    /** A default or a generation expression: its text as written, what it promises and what it names. */
    public record Value(String text, Volatility volatility, Needs needs) {}

    /** Manual 5.3. */
    public enum Identity {
        ALWAYS,
        BY_DEFAULT
    }

    /** Manual 5.4. */
    public enum Generated {
        STORED,
        VIRTUAL
    }

    /** Whether a row has to come with a value for it: NULL is refused, and nothing fills it. */
    public boolean isRequired() {
        return notNull && defaultValue == null && identity == null && generated == null;
    }

    public Column withName(String newName) {
        return new Column(number, newName, type, notNull, defaultValue, identity, generated, origin);
    }

    public Column withType(DataType newType, @Nullable Origin changed) {
        return new Column(number, name, newType, notNull, defaultValue, identity, generated, changed);
    }

    public Column withNotNull(boolean newNotNull) {
        return new Column(number, name, type, newNotNull, defaultValue, identity, generated, origin);
    }

    public Column withDefault(@Nullable Value newDefault) {
        return new Column(number, name, type, notNull, newDefault, identity, generated, origin);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return new Column(number, name, type, notNull, defaultValue, newIdentity, generated, origin);
    }

    public Column withGenerated(@Nullable Generated newGenerated, @Nullable Value expression) {
        return new Column(number, name, type, notNull, expression, identity, newGenerated, origin);
    }
}
