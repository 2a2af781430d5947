package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE, ADD COLUMN, CREATE TYPE and CREATE FOREIGN TABLE define it.
 *
 * @param type missing only in {@code CREATE TABLE … OF type} and {@code PARTITION OF}, where it comes from elsewhere
 * @param constraints in the order written; keys and checks name this column
 */
public record ColumnDefinition(
        Name name,
        @Nullable TypeName type,
        @Nullable ObjectName collation,
        @Nullable Expression defaultValue,
        @Nullable Generated generated,
        @Nullable Identity identity,
        List<Constraint> constraints,
        List<Setting> options,
        Span span) {
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
        options = List.copyOf(options);
    }

    /** Whether {@code NOT NULL} is written. A primary key and an identity imply it too; that is not asked here. */
    public boolean notNull() {
        return constraints.stream().anyMatch(Constraint.NotNull.class::isInstance);
    }

    /** {@code GENERATED ALWAYS AS (expression)}; virtual ones came with PostgreSQL 18 (manual 5.4). */
    public record Generated(Expression expression, boolean stored, Span span) {}

    /** {@code GENERATED {ALWAYS | BY DEFAULT} AS IDENTITY} (manual 5.3). */
    public record Identity(boolean always, List<Setting> options, Span span) {
        public Identity {
            options = List.copyOf(options);
        }
    }
}
