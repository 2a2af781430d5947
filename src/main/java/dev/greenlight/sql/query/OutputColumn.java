package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A column that a query gives, or several where it is {@code *}.
 *
 * @param name what PostgreSQL calls it: its alias, else the column's, function's or type's name, else
 *     {@code ?column?} (manual 7.3.2, Column Labels)
 * @param column the column, where the value is nothing but one
 */
public record OutputColumn(String name, @Nullable ColumnReference column, Span span) {
    /** Whether it stands for all columns of what its reference names. */
    public boolean isStar() {
        return column != null && column.star();
    }
}
