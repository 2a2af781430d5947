package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries and statements that change rows. What they name beyond their target is read in {@code sql.query}. A query is
 * the whole statement; {@code with} holds the statements that change rows in its WITH clause (manual 7.8.4).
 */
public sealed interface DataStatement extends Statement {
    /** {@code SELECT}, {@code VALUES}, {@code TABLE} and {@code WITH … SELECT}. */
    record Select(List<DataStatement> with, Query query, Span span) implements DataStatement {
        public Select {
            with = List.copyOf(with);
        }

        @Override
        public String kind() {
            return "SELECT";
        }
    }

    /**
     * @param columns those that are written; empty where all are meant
     * @param values whether the rows are written out (VALUES or DEFAULT VALUES) and not queried
     */
    record Insert(
            ObjectName table, List<Name> columns, boolean values, List<DataStatement> with, Query query, Span span)
            implements DataStatement {
        public Insert {
            with = List.copyOf(with);
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
    record Update(
            ObjectName table,
            boolean only,
            List<Name> columns,
            boolean where,
            List<DataStatement> with,
            Query query,
            Span span)
            implements DataStatement {
        public Update {
            with = List.copyOf(with);
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "UPDATE";
        }
    }

    record Delete(ObjectName table, boolean only, boolean where, List<DataStatement> with, Query query, Span span)
            implements DataStatement {
        public Delete {
            with = List.copyOf(with);
        }

        @Override
        public String kind() {
            return "DELETE";
        }
    }

    record Merge(ObjectName table, List<DataStatement> with, Query query, Span span) implements DataStatement {
        public Merge {
            with = List.copyOf(with);
        }

        @Override
        public String kind() {
            return "MERGE";
        }
    }

    /**
     * @param table null for {@code COPY (query) TO}
     * @param from whether rows come in
     * @param query given for {@code COPY (query) TO}: what stands in the parentheses
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

    /**
     * {@code EXPLAIN}, {@code PREPARE}, {@code DECLARE} and {@code EXECUTE}.
     *
     * @param runs whether what is wrapped is also run: not so for PREPARE, and EXPLAIN without ANALYZE
     * @param inner what is wrapped; null for EXECUTE, which only names it
     */
    record Wrapped(String kind, boolean runs, @Nullable Statement inner, Span span) implements DataStatement {}
}
