package dev.greenlight.sql;

import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table, a column or a domain (manual 5.5). One that was written at a column names that column, so
 * that readers need not care where it stood.
 */
public sealed interface Constraint {
    /** The name that was written, if any. */
    @Nullable
    Name name();

    ConstraintAttributes attributes();

    /** The whole constraint, its {@code CONSTRAINT name} included. */
    Span span();

    record Check(@Nullable Name name, Expression condition, ConstraintAttributes attributes, Span span)
            implements Constraint {}

    /** {@code NOT NULL column}: at a column, or named at a table or added to it from PostgreSQL 18 on. */
    record NotNull(@Nullable Name name, Name column, ConstraintAttributes attributes, Span span)
            implements Constraint {}

    /**
     * A unique constraint or primary key, which are alike but for NOT NULL.
     *
     * @param columns empty with {@code usingIndex}
     * @param withoutOverlaps whether the last column is {@code WITHOUT OVERLAPS} (PostgreSQL 18)
     * @param usingIndex the index named by {@code USING INDEX}
     */
    record Unique(
            @Nullable Name name,
            boolean primaryKey,
            List<Name> columns,
            boolean withoutOverlaps,
            boolean nullsNotDistinct,
            List<Name> include,
            List<Setting> parameters,
            @Nullable Name tablespace,
            @Nullable Name usingIndex,
            ConstraintAttributes attributes,
            Span span)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * @param method the access method, {@code btree} if none is written
     * @param operators one for each element, as written
     */
    record Exclude(
            @Nullable Name name,
            String method,
            List<IndexElement> elements,
            List<String> operators,
            List<Name> include,
            List<Setting> parameters,
            @Nullable Name tablespace,
            @Nullable Expression where,
            ConstraintAttributes attributes,
            Span span)
            implements Constraint {
        public Exclude {
            elements = List.copyOf(elements);
            operators = List.copyOf(operators);
            include = List.copyOf(include);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * @param referencedColumns empty where the primary key of the table is meant
     * @param period whether the last columns are {@code PERIOD} ones (PostgreSQL 18)
     * @param setOnDelete the columns of {@code ON DELETE SET NULL (…)} and {@code SET DEFAULT (…)} (PostgreSQL 15);
     *     empty where all are meant
     */
    record ForeignKey(
            @Nullable Name name,
            List<Name> columns,
            ObjectName referencedTable,
            List<Name> referencedColumns,
            boolean period,
            Match match,
            ReferentialAction onDelete,
            List<Name> setOnDelete,
            ReferentialAction onUpdate,
            ConstraintAttributes attributes,
            Span span)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            setOnDelete = List.copyOf(setOnDelete);
        }
    }

    /** Which rows a foreign key of several columns checks. */
    enum Match {
        SIMPLE,
        FULL,
        PARTIAL
    }
}
