package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about extended statistics (manual 14.2.2). */
public sealed interface StatisticsStatement extends Statement {
    /**
     * @param name null where PostgreSQL is to choose one
     * @param kinds of {@code ndistinct}, {@code dependencies}, {@code mcv}; empty for all
     * @param keys the columns and expressions
     */
    record CreateStatistics(
            @Nullable ObjectName name,
            boolean ifNotExists,
            List<Name> kinds,
            List<IndexElement> keys,
            ObjectName table,
            Span span)
            implements StatisticsStatement {
        public CreateStatistics {
            kinds = List.copyOf(kinds);
            keys = List.copyOf(keys);
        }

        @Override
        public String kind() {
            return "CREATE STATISTICS";
        }
    }

    /**
     * {@code ALTER STATISTICS … SET STATISTICS}.
     *
     * @param target the number; empty for DEFAULT
     */
    record SetTarget(ObjectName name, boolean ifExists, List<Token> target, Span span) implements StatisticsStatement {
        public SetTarget {
            target = List.copyOf(target);
        }

        @Override
        public String kind() {
            return "ALTER STATISTICS";
        }
    }
}
