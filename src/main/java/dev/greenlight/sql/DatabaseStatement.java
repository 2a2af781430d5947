package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about what lies above a schema: databases, tablespaces and the server's configuration. */
public sealed interface DatabaseStatement extends Statement {
    record CreateDatabase(Name name, List<Setting> options, Span span) implements DatabaseStatement {
        public CreateDatabase {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE DATABASE";
        }
    }

    record AlterDatabase(Name name, DatabaseAction action, Span span) implements DatabaseStatement {
        @Override
        public String kind() {
            return "ALTER DATABASE";
        }
    }

    /** What an ALTER DATABASE does. */
    sealed interface DatabaseAction {
        record SetOptions(List<Setting> options) implements DatabaseAction {
            public SetOptions {
                options = List.copyOf(options);
            }
        }

        /** {@code SET} or {@code RESET} of what sessions in the database begin with. */
        record SetParameter(SessionStatement setting) implements DatabaseAction {}

        record SetTablespace(Name tablespace) implements DatabaseAction {}

        record RefreshCollationVersion() implements DatabaseAction {}
    }

    /**
     * @param location the directory
     */
    record CreateTablespace(Name name, @Nullable Name owner, Token location, List<Setting> parameters, Span span)
            implements DatabaseStatement {
        public CreateTablespace {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "CREATE TABLESPACE";
        }
    }

    /** {@code ALTER TABLESPACE … SET | RESET}. */
    record AlterTablespace(Name name, boolean reset, List<Setting> parameters, Span span) implements DatabaseStatement {
        public AlterTablespace {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "ALTER TABLESPACE";
        }
    }

    /**
     * @param parameter as in {@link SessionStatement.SetParameter}
     * @param values each as its token; empty for RESET and {@code TO DEFAULT}
     */
    record AlterSystem(String parameter, boolean reset, List<Token> values, Span span) implements DatabaseStatement {
        public AlterSystem {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "ALTER SYSTEM";
        }
    }
}
