package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VACUUM, ANALYZE and CLUSTER; an empty list or a missing table means all of the database. */
public sealed interface MaintenanceStatement extends Statement {
    record Vacuum(List<ObjectName> tables, boolean full, boolean analyze, Span span) implements MaintenanceStatement {
        public Vacuum {
            tables = List.copyOf(tables);
        }

        @Override
        public String kind() {
            return "VACUUM";
        }
    }

    record Analyze(List<ObjectName> tables, Span span) implements MaintenanceStatement {
        public Analyze {
            tables = List.copyOf(tables);
        }

        @Override
        public String kind() {
            return "ANALYZE";
        }
    }

    record Cluster(@Nullable ObjectName table, @Nullable Name index, Span span) implements MaintenanceStatement {
        @Override
        public String kind() {
            return "CLUSTER";
        }
    }
}
