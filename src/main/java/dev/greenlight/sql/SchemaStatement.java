package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about schemas and extensions. */
public sealed interface SchemaStatement extends Statement {
    /**
     * @param name missing in {@code CREATE SCHEMA AUTHORIZATION role}, where the role names it
     * @param elements the statements inside CREATE SCHEMA; their unqualified names are in the new schema
     */
    record CreateSchema(
            @Nullable Name name,
            boolean ifNotExists,
            @Nullable Name authorization,
            List<Statement> elements,
            Span span) implements SchemaStatement {
        public CreateSchema {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "CREATE SCHEMA";
        }
    }

    record CreateExtension(
            Name name,
            boolean ifNotExists,
            @Nullable Name schema,
            @Nullable String version,
            boolean cascade,
            Span span) implements SchemaStatement {
        @Override
        public String kind() {
            return "CREATE EXTENSION";
        }
    }

    /**
     * {@code ALTER EXTENSION … UPDATE}.
     *
     * @param version null for the one that the server has by default
     */
    record UpdateExtension(Name name, @Nullable String version, Span span) implements SchemaStatement {
        @Override
        public String kind() {
            return "ALTER EXTENSION";
        }
    }

    /**
     * {@code ALTER EXTENSION … ADD | DROP}: an object becomes a member of it, or is one no more and stays.
     *
     * @param type what kind of object it is
     */
    record ChangeExtensionMember(
            Name extension, boolean remove, ObjectType type, ObjectStatement.DropTarget member, Span span)
            implements SchemaStatement {
        @Override
        public String kind() {
            return "ALTER EXTENSION";
        }
    }
}
