package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries and statements that change rows. What they name beyond their target is read in {@code sql.query}. */
public sealed interface DataStatement extends Statement {
    /** {@code SELECT}, {@code VALUES}, {@code TABLE} and {@code WITH … SELECT}. */
    record Select(Query query, Span span) implements DataStatement {
        @Override
        public String kind() {
            return "SELECT";
        }
    }

    /**
     * @param columns those that are written; empty where all are meant
     * @param values whether the rows are written out (VALUES or DEFAULT VALUES) and not queried
     */
    record Insert(ObjectName table, List<Name> columns, boolean values, Query query, Span span)
            implements DataStatement {
        public Insert {
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "INSERT";
        }
    }

    /**
     * @param columns those that are set
     * @param where whether there is a WHERE
     */
    record Update(ObjectName table, boolean only, List<Name> columns, boolean where, Query query, Span span)
            implements DataStatement {
        public Update {
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "UPDATE";
        }
    }

    record Delete(ObjectName table, boolean only, boolean where, Query query, Span span) implements DataStatement {
        @Override
        public String kind() {
            return "DELETE";
        }
    }

    record Merge(ObjectName table, Query query, Span span) implements DataStatement {
        @Override
        public String kind() {
            return "MERGE";
        }
    }

    /**
     * @param table null for {@code COPY (query) TO}
     * @param from whether rows come in
     * @param query given for {@code COPY (query) TO}
     */
    record Copy(
            @Nullable ObjectName table,
            List<Name> columns,
            boolean from,
            @Nullable Query query,
            Span span) implements DataStatement {
        public Copy {
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "COPY";
        }
    }

    /** {@code EXPLAIN}, {@code PREPARE}, {@code DECLARE} and {@code EXECUTE}; {@code inner} is what they wrap. */
    record Wrapped(String kind, boolean runs, @Nullable Statement inner, Span span) implements DataStatement {}
}
