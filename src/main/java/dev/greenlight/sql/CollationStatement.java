package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about collations (manual 23.2). */
public sealed interface CollationStatement extends Statement {
    /**
     * @param from the collation that is copied; null where options say what it is
     */
    record CreateCollation(
            ObjectName name, boolean ifNotExists, @Nullable ObjectName from, List<Setting> options, Span span)
            implements CollationStatement {
        public CreateCollation {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE COLLATION";
        }
    }

    /** {@code ALTER COLLATION … REFRESH VERSION}. */
    record RefreshVersion(ObjectName name, Span span) implements CollationStatement {
        @Override
        public String kind() {
            return "ALTER COLLATION";
        }
    }
}
