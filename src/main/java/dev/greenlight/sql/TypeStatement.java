package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about types and domains. */
public sealed interface TypeStatement extends Statement {
    ObjectName name();

    /** {@code CREATE TYPE … AS ENUM}; {@code labels} in their order, {@code value} being the label itself. */
    record CreateEnum(ObjectName name, List<Name> labels, Span span) implements TypeStatement {
        public CreateEnum {
            labels = List.copyOf(labels);
        }

        @Override
        public String kind() {
            return "CREATE TYPE";
        }
    }

    record CreateComposite(ObjectName name, List<ColumnDefinition> attributes, Span span) implements TypeStatement {
        public CreateComposite {
            attributes = List.copyOf(attributes);
        }

        @Override
        public String kind() {
            return "CREATE TYPE";
        }
    }

    record CreateRange(ObjectName name, List<Setting> options, Span span) implements TypeStatement {
        public CreateRange {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TYPE";
        }
    }

    /** A base type with its functions, or a shell where there are no options. */
    record CreateBaseType(ObjectName name, List<Setting> options, Span span) implements TypeStatement {
        public CreateBaseType {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE TYPE";
        }
    }

    record CreateDomain(
            ObjectName name,
            TypeName base,
            @Nullable ObjectName collation,
            @Nullable Expression defaultValue,
            List<Constraint> constraints,
            Span span)
            implements TypeStatement {
        public CreateDomain {
            constraints = List.copyOf(constraints);
        }

        @Override
        public String kind() {
            return "CREATE DOMAIN";
        }
    }

    /** {@code ALTER TYPE … ADD VALUE}; {@code neighbour} is the label behind BEFORE or AFTER. */
    record AddEnumValue(
            ObjectName name,
            Name label,
            boolean ifNotExists,
            @Nullable Name neighbour,
            boolean before,
            Span span) implements TypeStatement {
        @Override
        public String kind() {
            return "ALTER TYPE";
        }
    }

    record RenameEnumValue(ObjectName name, Name label, Name newLabel, Span span) implements TypeStatement {
        @Override
        public String kind() {
            return "ALTER TYPE";
        }
    }

    /** {@code ALTER TYPE … ADD | DROP | ALTER ATTRIBUTE}. */
    record AlterComposite(ObjectName name, List<AttributeAction> actions, Span span) implements TypeStatement {
        public AlterComposite {
            actions = List.copyOf(actions);
        }

        @Override
        public String kind() {
            return "ALTER TYPE";
        }
    }

    /** An action on an attribute of a composite type; its kind says which fields are given. */
    sealed interface AttributeAction {
        Span span();

        record Add(ColumnDefinition attribute, DropBehavior behavior, Span span) implements AttributeAction {}

        record Drop(Name attribute, boolean ifExists, DropBehavior behavior, Span span) implements AttributeAction {}

        record ChangeType(
                Name attribute, TypeName type, @Nullable ObjectName collation, DropBehavior behavior, Span span)
                implements AttributeAction {}
    }

    /** {@code ALTER TYPE … SET (property = …)}. */
    record SetTypeOptions(ObjectName name, List<Setting> options, Span span) implements TypeStatement {
        public SetTypeOptions {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER TYPE";
        }
    }

    record AlterDomain(ObjectName name, DomainAction action, Span span) implements TypeStatement {
        @Override
        public String kind() {
            return "ALTER DOMAIN";
        }
    }

    /** What an ALTER DOMAIN does. */
    sealed interface DomainAction {
        record SetDefault(Expression value) implements DomainAction {}

        record DropDefault() implements DomainAction {}

        record SetNotNull() implements DomainAction {}

        record DropNotNull() implements DomainAction {}

        record AddConstraint(Constraint constraint) implements DomainAction {}

        record DropConstraint(Name constraint, boolean ifExists, DropBehavior behavior) implements DomainAction {}

        record RenameConstraint(Name constraint, Name newName) implements DomainAction {}

        record ValidateConstraint(Name constraint) implements DomainAction {}
    }
}
