package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements about foreign data (manual 5.13) but those about foreign tables. Among options that are changed one
 * without a value is dropped.
 */
public sealed interface ForeignDataStatement extends Statement {
    /**
     * @param functions its handler and validator, as far as they are written
     */
    record CreateWrapper(Name name, List<WrapperFunction> functions, List<Setting> options, Span span)
            implements ForeignDataStatement {
        public CreateWrapper {
            functions = List.copyOf(functions);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE FOREIGN DATA WRAPPER";
        }
    }

    record AlterWrapper(Name name, List<WrapperFunction> functions, List<Setting> options, Span span)
            implements ForeignDataStatement {
        public AlterWrapper {
            functions = List.copyOf(functions);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER FOREIGN DATA WRAPPER";
        }
    }

    /**
     * {@code [NO] HANDLER …} or {@code [NO] VALIDATOR …}.
     *
     * @param validator whether it is the validator and not the handler
     * @param name null behind NO
     */
    record WrapperFunction(boolean validator, @Nullable ObjectName name, Span span) {}

    record CreateServer(
            Name name,
            boolean ifNotExists,
            @Nullable Token type,
            @Nullable Token version,
            Name wrapper,
            List<Setting> options,
            Span span)
            implements ForeignDataStatement {
        public CreateServer {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE SERVER";
        }
    }

    /**
     * @param version the word NULL where the server is to have none
     */
    record AlterServer(Name name, @Nullable Token version, List<Setting> options, Span span)
            implements ForeignDataStatement {
        public AlterServer {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER SERVER";
        }
    }

    /**
     * @param role whose it is; null for USER, who runs the statement
     */
    record CreateUserMapping(boolean ifNotExists, @Nullable Name role, Name server, List<Setting> options, Span span)
            implements ForeignDataStatement {
        public CreateUserMapping {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE USER MAPPING";
        }
    }

    /** {@code role} is as in {@link CreateUserMapping}. */
    record AlterUserMapping(@Nullable Name role, Name server, List<Setting> options, Span span)
            implements ForeignDataStatement {
        public AlterUserMapping {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER USER MAPPING";
        }
    }

    /**
     * {@code IMPORT FOREIGN SCHEMA}.
     *
     * @param except whether all tables come but {@code tables}
     * @param tables those of {@code LIMIT TO} or {@code EXCEPT}; empty where all come
     * @param schema the one that the foreign tables come into
     */
    record ImportSchema(
            Name foreignSchema,
            boolean except,
            List<ObjectName> tables,
            Name server,
            Name schema,
            List<Setting> options,
            Span span)
            implements ForeignDataStatement {
        public ImportSchema {
            tables = List.copyOf(tables);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "IMPORT FOREIGN SCHEMA";
        }
    }
}
