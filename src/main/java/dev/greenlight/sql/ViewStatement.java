package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.source.Span;
import java.util.List;

/** Statements about views and materialized views. */
public sealed interface ViewStatement extends Statement {
    /**
     * @param columns the names given to the columns; empty where the query names them
     * @param options {@code WITH CHECK OPTION} as the option {@code check_option}, which PostgreSQL makes of it
     */
    record CreateView(
            ObjectName name,
            boolean orReplace,
            Persistence persistence,
            boolean recursive,
            List<Name> columns,
            List<Setting> options,
            Query query,
            Span span)
            implements ViewStatement {
        public CreateView {
            columns = List.copyOf(columns);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE VIEW";
        }
    }

    record CreateMaterializedView(
            ObjectName name,
            boolean ifNotExists,
            List<Name> columns,
            List<Setting> parameters,
            Query query,
            boolean withData,
            Span span)
            implements ViewStatement {
        public CreateMaterializedView {
            columns = List.copyOf(columns);
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "CREATE MATERIALIZED VIEW";
        }
    }

    record RefreshMaterializedView(ObjectName name, boolean concurrently, boolean withData, Span span)
            implements ViewStatement {
        @Override
        public String kind() {
            return "REFRESH MATERIALIZED VIEW";
        }
    }
}
