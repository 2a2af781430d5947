package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a name stands for a column, or for a whole row if only a FROM item is so named (manual 8.16.5), or
 * {@code *}. Which column it is depends on what the relations in its scope have.
 *
 * @param qualifier what stands before the last dot
 * @param column the column; for {@code *} the star itself
 */
public record ColumnReference(@Nullable ObjectName qualifier, Name column, boolean star, Scope scope) {
    /** From the qualifier to the column. */
    public Span span() {
        return qualifier == null ? column.span() : qualifier.span().cover(column.span());
    }

    /** The reference as PostgreSQL's messages print it. */
    @Override
    public String toString() {
        return qualifier == null ? column.value() : qualifier + "." + column.value();
    }
}
