package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about indexes that no other group has; ALTER INDEX is mostly an {@link TableStatement.AlterTable}. */
public sealed interface IndexStatement extends Statement {
    /**
     * @param name null where PostgreSQL is to choose one; an index lives in its table's schema, so it has no schema
     * @param only {@code ON ONLY}: not on the partitions
     * @param method the access method, {@code btree} if none is written
     */
    record CreateIndex(
            @Nullable Name name,
            ObjectName table,
            boolean only,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            String method,
            List<IndexElement> elements,
            List<Name> include,
            boolean nullsNotDistinct,
            List<Setting> parameters,
            @Nullable Name tablespace,
            @Nullable Expression where,
            Span span)
            implements IndexStatement {
        public CreateIndex {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "CREATE INDEX";
        }
    }

    /**
     * @param target {@code INDEX}, {@code TABLE}, {@code SCHEMA}, {@code DATABASE} or {@code SYSTEM}
     * @param name missing where the current database is meant
     */
    record Reindex(String target, @Nullable ObjectName name, boolean concurrently, Span span)
            implements IndexStatement {
        @Override
        public String kind() {
            return "REINDEX";
        }
    }
}
