package dev.greenlight.sql;

import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A key of an index (manual CREATE INDEX): a column or an expression, exactly one of the two.
 *
 * @param order {@code asc} or {@code desc} if written
 * @param nulls {@code first} or {@code last} if written
 */
public record IndexElement(
        @Nullable Name column,
        @Nullable Expression expression,
        @Nullable ObjectName collation,
        @Nullable ObjectName operatorClass,
        @Nullable String order,
        @Nullable String nulls,
        Span span) {}
