package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One action of an ALTER TABLE (manual ALTER TABLE), in the order of that page. */
public sealed interface AlterTableAction {
    /** From the action's first word to its last token. */
    Span span();

    record AddColumn(ColumnDefinition column, boolean ifNotExists, Span span) implements AlterTableAction {}

    record DropColumn(Name column, boolean ifExists, DropBehavior behavior, Span span) implements AlterTableAction {}

    record AlterColumnType(
            Name column,
            TypeName type,
            @Nullable ObjectName collation,
            @Nullable Expression using,
            Span span) implements AlterTableAction {}

    record SetDefault(Name column, Expression value, Span span) implements AlterTableAction {}

    record DropDefault(Name column, Span span) implements AlterTableAction {}

    record SetNotNull(Name column, Span span) implements AlterTableAction {}

    record DropNotNull(Name column, Span span) implements AlterTableAction {}

    /** {@code SET EXPRESSION AS} (PostgreSQL 17): rewrites a stored generated column. */
    record SetExpression(Name column, Expression expression, Span span) implements AlterTableAction {}

    record DropExpression(Name column, boolean ifExists, Span span) implements AlterTableAction {}

    record AddIdentity(Name column, ColumnDefinition.Identity identity, Span span) implements AlterTableAction {}

    /** {@code SET GENERATED …}, {@code SET sequence_option} and {@code RESTART} on an identity column. */
    record SetIdentity(Name column, List<Setting> settings, Span span) implements AlterTableAction {
        public SetIdentity {
            settings = List.copyOf(settings);
        }
    }

    record DropIdentity(Name column, boolean ifExists, Span span) implements AlterTableAction {}

    /** {@code column} holds the number's digits where an index' key is meant. */
    record SetStatistics(Name column, String target, Span span) implements AlterTableAction {}

    record SetColumnOptions(Name column, List<Setting> options, boolean reset, Span span) implements AlterTableAction {
        public SetColumnOptions {
            options = List.copyOf(options);
        }
    }

    record SetStorage(Name column, String storage, Span span) implements AlterTableAction {}

    record SetCompression(Name column, String method, Span span) implements AlterTableAction {}

    record AddConstraint(Constraint constraint, Span span) implements AlterTableAction {}

    /**
     * {@code ALTER CONSTRAINT}.
     *
     * @param attributes the words that follow, in lower case, such as {@code deferrable}, {@code not enforced} or
     *     {@code no inherit}
     */
    record AlterConstraint(Name constraint, List<String> attributes, Span span) implements AlterTableAction {
        public AlterConstraint {
            attributes = List.copyOf(attributes);
        }
    }

    record ValidateConstraint(Name constraint, Span span) implements AlterTableAction {}

    record DropConstraint(Name constraint, boolean ifExists, DropBehavior behavior, Span span)
            implements AlterTableAction {}

    /** {@code ENABLE | DISABLE [REPLICA | ALWAYS] TRIGGER}; {@code trigger} is null for {@code ALL} and {@code USER}. */
    record SwitchTrigger(Switch state, @Nullable Name trigger, boolean all, Span span) implements AlterTableAction {}

    record SwitchRule(Switch state, Name rule, Span span) implements AlterTableAction {}

    enum Switch {
        ENABLE,
        ENABLE_REPLICA,
        ENABLE_ALWAYS,
        DISABLE
    }

    record SwitchRowSecurity(RowSecurity state, Span span) implements AlterTableAction {}

    enum RowSecurity {
        ENABLE,
        DISABLE,
        FORCE,
        NO_FORCE
    }

    record ClusterOn(Name index, Span span) implements AlterTableAction {}

    record SetWithoutCluster(Span span) implements AlterTableAction {}

    record SetWithoutOids(Span span) implements AlterTableAction {}

    /** {@code method} is null for {@code DEFAULT} (PostgreSQL 15). */
    record SetAccessMethod(@Nullable Name method, Span span) implements AlterTableAction {}

    record SetTablespace(Name tablespace, Span span) implements AlterTableAction {}

    record SetLogged(boolean logged, Span span) implements AlterTableAction {}

    record SetParameters(List<Setting> parameters, boolean reset, Span span) implements AlterTableAction {
        public SetParameters {
            parameters = List.copyOf(parameters);
        }
    }

    record Inherit(ObjectName parent, boolean remove, Span span) implements AlterTableAction {}

    /** {@code OF type}, or {@code NOT OF} where it is null. */
    record OfType(@Nullable ObjectName type, Span span) implements AlterTableAction {}

    record OwnerTo(Name role, Span span) implements AlterTableAction {}

    /**
     * @param mode {@code default}, {@code full}, {@code nothing} or {@code using index}
     * @param index given with {@code using index}
     */
    record ReplicaIdentity(String mode, @Nullable Name index, Span span) implements AlterTableAction {}

    /** On a table with a bound; on an index ({@code ALTER INDEX … ATTACH PARTITION}) without one. */
    record AttachPartition(ObjectName partition, @Nullable PartitionBound bound, Span span)
            implements AlterTableAction {}

    record DetachPartition(ObjectName partition, boolean concurrently, boolean finish, Span span)
            implements AlterTableAction {}

    /** {@code OPTIONS (…)} of a foreign table, or of one of its columns. */
    record SetForeignOptions(@Nullable Name column, Span span) implements AlterTableAction {}
}
