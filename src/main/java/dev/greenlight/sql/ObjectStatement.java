package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that have the same form for many kinds of objects. */
public sealed interface ObjectStatement extends Statement {
    /** {@code DROP type a, b}. */
    record Drop(
            ObjectType type,
            boolean concurrently,
            boolean ifExists,
            List<DropTarget> targets,
            DropBehavior behavior,
            Span span)
            implements ObjectStatement {
        public Drop {
            targets = List.copyOf(targets);
        }

        @Override
        public String kind() {
            return "DROP " + type.words();
        }
    }

    /**
     * What is dropped.
     *
     * @param name the object's name; what stands there as written for casts, operators, transforms and user mappings
     * @param on the table of a trigger, rule or policy, the access method of an operator class or family
     * @param parameters the types of a routine or aggregate; null where no parentheses follow its name
     */
    record DropTarget(
            ObjectName name,
            @Nullable ObjectName on,
            @Nullable List<RoutineStatement.Parameter> parameters,
            Span span) {
        public DropTarget {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }
    }

    /** {@code ALTER type name RENAME TO new}; {@code on} is as in {@link DropTarget}. */
    record Rename(
            ObjectType type,
            ObjectName name,
            @Nullable ObjectName on,
            boolean ifExists,
            @Nullable List<RoutineStatement.Parameter> parameters,
            Name newName,
            Span span)
            implements ObjectStatement {
        public Rename {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    /** {@code ALTER TABLE | VIEW | … RENAME COLUMN} and {@code ALTER TYPE … RENAME ATTRIBUTE}. */
    record RenameColumn(
            ObjectType type,
            ObjectName relation,
            boolean ifExists,
            boolean only,
            Name column,
            Name newName,
            DropBehavior behavior,
            Span span)
            implements ObjectStatement {
        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    record RenameConstraint(ObjectName table, boolean ifExists, boolean only, Name constraint, Name newName, Span span)
            implements ObjectStatement {
        @Override
        public String kind() {
            return "ALTER TABLE";
        }
    }

    record SetSchema(
            ObjectType type,
            ObjectName name,
            boolean ifExists,
            @Nullable List<RoutineStatement.Parameter> parameters,
            Name schema,
            Span span)
            implements ObjectStatement {
        public SetSchema {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    /**
     * {@code ALTER type name OWNER TO role}, for all but relations, where it is an action of ALTER TABLE.
     *
     * @param parameters the types of a routine or aggregate; null where no parentheses follow its name
     */
    record ChangeOwner(
            ObjectType type,
            ObjectName name,
            @Nullable List<RoutineStatement.Parameter> parameters,
            Name role,
            Span span)
            implements ObjectStatement {
        public ChangeOwner {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }

    /**
     * {@code COMMENT ON} and {@code SECURITY LABEL}.
     *
     * @param name for a column its relation's name and its own; for casts and their kin as in {@link DropTarget}
     * @param on the table or domain of a constraint, the table of a trigger, rule or policy
     * @param parameters the types of a routine or aggregate; null where no parentheses follow its name
     * @param text the comment or label; null for NULL, which removes it
     */
    record CommentOn(
            ObjectType type,
            ObjectName name,
            @Nullable ObjectName on,
            @Nullable List<RoutineStatement.Parameter> parameters,
            boolean securityLabel,
            @Nullable String text,
            Span span)
            implements ObjectStatement {
        public CommentOn {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return securityLabel ? "SECURITY LABEL" : "COMMENT";
        }
    }

    /**
     * {@code ALTER type name [NO] DEPENDS ON EXTENSION}.
     *
     * @param on the table of a trigger
     * @param parameters the types of a routine; null where no parentheses follow its name
     */
    record DependsOnExtension(
            ObjectType type,
            ObjectName name,
            @Nullable ObjectName on,
            @Nullable List<RoutineStatement.Parameter> parameters,
            boolean remove,
            Name extension,
            Span span)
            implements ObjectStatement {
        public DependsOnExtension {
            parameters = parameters == null ? null : List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "ALTER " + type.words();
        }
    }
}
