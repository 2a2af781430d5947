package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs the actions of ALTER TABLE on columns, except changes of type. What they do to a table they do to those that
 * inherit from it too, unless ONLY is written. Each says whether it did something: IF EXISTS may leave nothing to do.
 */
final class ColumnActions {
    private final Execution execution;
    private final Table table;
    private final boolean only;
    private final ColumnChanges changes;

    ColumnActions(Execution execution, Table table, boolean only) {
        this.execution = execution;
        this.table = table;
        this.only = only;
        this.changes = new ColumnChanges(execution);
    }

    boolean add(AlterTableAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        String name = definition.name().value();
        Optional<Column> there = table.column(name).filter(column -> !execution.mayBeGone(ObjectType.COLUMN, name));
        new TypedTables(execution).requireUntyped(table, "add column to", action.span());
        if (table.partition()) {
            throw reject(SqlState.WRONG_OBJECT_TYPE, "cannot add column to a partition", action.span());
        }
        if (there.isPresent() && action.ifNotExists()) {
            return false;
        }
        requireNew(there, definition.name());
        requireChildren("column must be added to child tables too", action.span());
        requireNoIdentityForChildren(definition);
        Column column = insert(table, definition, action.ifNotExists());
        boolean defaulted = column.defaultValue() != null || definition.defaultValue() != null;
        boolean domain = new NewColumns(execution).isConstrainedDomain(column.type());
        execution.add(new ColumnOperation.AddColumn(table, column, domain, defaulted, action.span()));
        execution.catalog().childrenOf(table.oid()).toList().forEach(child -> pass(child, column, action.span()));
        return true;
    }

    /** Children of a plain table do not have their parent's identity. */
    private void requireNoIdentityForChildren(ColumnDefinition definition) {
        boolean children = execution.catalog().childrenOf(table.oid()).findAny().isPresent();
        boolean shared =
                table.kind() == Table.Kind.PARTITIONED && execution.version().isAtLeast(17);
        if (definition.identity() != null && children && !shared) {
            String message = "cannot recursively add identity column to table that has child tables";
            throw reject(
                    SqlState.INVALID_TABLE_DEFINITION,
                    message,
                    definition.name().span());
        }
    }

    private void requireNew(Optional<Column> there, Name name) {
        if (there.isPresent()) {
            throw reject(SqlState.DUPLICATE_COLUMN, words(name) + " already exists", name.span());
        }
        if (TableExpressions.SYSTEM_COLUMNS.contains(name.value())) {
            String message = "column name \"" + name.value() + "\" conflicts with a system column name";
            throw reject(SqlState.DUPLICATE_COLUMN, message, name.span());
        }
    }

    /** ONLY is refused where children would then lack what their parent has. */
    private void requireChildren(String message, Span span) {
        if (only && execution.catalog().childrenOf(table.oid()).findAny().isPresent()) {
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }

    /** One of the name is there only in doubt. Behind IF NOT EXISTS it then keeps its place. */
    private Column insert(Table to, ColumnDefinition definition, boolean ifNotExists) {
        NewColumns columns = new NewColumns(execution);
        NewTableRules.requireOneValue(definition, to.name().name(), execution);
        Optional<Column> doubtful = to.column(definition.name().value());
        int number = doubtful.filter(column -> ifNotExists).map(Column::number).orElse(to.lastColumn() + 1);
        Column declared = columns.declare(definition, number);
        List<Column> others = to.columns().stream()
                .filter(column -> !column.name().equals(declared.name()))
                .toList();
        execution.put(to.withColumns(inOrder(Lists.plus(others, declared))));
        List<String> generated = definition.generated() == null
                ? List.of()
                : List.of(definition.name().value());
        Table complete = columns.complete(execution.current(to), definition, generated);
        return complete.column(declared.number()).orElseThrow();
    }

    private static List<Column> inOrder(List<Column> columns) {
        return columns.stream().sorted(Comparator.comparingInt(Column::number)).toList();
    }

    private void pass(Table child, Column column, Span span) {
        Optional<Column> there = child.column(column.name());
        boolean differs = there.isPresent()
                && there.get().type().isKnown()
                && column.type().isKnown()
                && !there.get().type().equals(column.type());
        if (differs) {
            String message = "child table \"" + child.name().name() + "\" has different type for column \""
                    + column.name() + "\"";
            throw reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
        if (there.isEmpty()) {
            Column own = new Column(
                    child.lastColumn() + 1,
                    column.name(),
                    column.type(),
                    column.notNull(),
                    column.defaultValue(),
                    column.identity(),
                    column.generated(),
                    column.origin());
            execution.put(child.withColumns(Lists.plus(child.columns(), own)));
        }
        execution.catalog().childrenOf(child.oid()).toList().forEach(below -> pass(below, column, span));
    }

    boolean drop(AlterTableAction.DropColumn action) {
        String name = action.column().value();
        new TypedTables(execution).requireUntyped(table, "drop column from", action.span());
        if (action.ifExists() && table.column(name).isEmpty()) {
            return false;
        }
        requireNoSystemColumn(action.column());
        Optional<Column> column = column(action.column());
        if (column.isEmpty()) {
            return true;
        }
        if (changes.isInherited(table, name)) {
            String message = "cannot drop inherited column \"" + name + "\"";
            throw reject(
                    SqlState.INVALID_TABLE_DEFINITION, message, action.column().span());
        }
        requireOutsidePartitionKey(column.get(), action.column());
        if (table.kind() == Table.Kind.PARTITIONED) {
            requireChildren("cannot drop column from only the partitioned table when partitions exist", action.span());
        }
        // A sequence that goes with the column may be what the children's defaults need.
        if (!only) {
            execution.quietly(inner -> dropInChildren(table, column.get(), action, inner));
        }
        new Dropping(execution, action.span())
                .drop(
                        List.of(new ObjectAddress.OfColumn(
                                table.oid(), column.get().number())),
                        action.behavior());
        return true;
    }

    private void requireNoSystemColumn(Name name) {
        if (TableExpressions.SYSTEM_COLUMNS.contains(name.value())) {
            String message = "cannot drop system column \"" + name.value() + "\"";
            throw reject(SqlState.FEATURE_NOT_SUPPORTED, message, name.span());
        }
    }

    private void requireOutsidePartitionKey(Column column, Name name) {
        if (table.partitionKey().uses(column.number())) {
            String message = "cannot drop column \"" + column.name()
                    + "\" because it is part of the partition key of relation \""
                    + table.name().name() + "\"";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, name.span());
        }
    }

    /** A child that has the column of its own keeps it. */
    private static void dropInChildren(
            Table parent, Column column, AlterTableAction.DropColumn action, Execution execution) {
        for (Table child : execution.catalog().childrenOf(parent.oid()).toList()) {
            Optional<Column> own = child.column(column.name())
                    .filter(found -> child.partition() || Objects.equals(found.origin(), column.origin()));
            own.ifPresent(found -> {
                new Dropping(execution, action.span())
                        .drop(List.of(new ObjectAddress.OfColumn(child.oid(), found.number())), action.behavior());
                dropInChildren(child, found, action, execution);
            });
        }
    }

    boolean setNotNull(AlterTableAction.SetNotNull action) {
        column(action.column()).ifPresent(column -> {
            requireChildrenNotNull(column, action.span());
            boolean proven = column.notNull() && !table.isLateNotNull(column) || NotNullProof.exists(table, column);
            execution.add(new ColumnOperation.SetNotNull(table, column, proven, only, action.span()));
            each(column, found -> found.withNotNull(true));
            changes.unmarkLate(table, column);
        });
        return true;
    }

    /** Partitions have what their table has. Before 18 those that have it already need not be told. */
    private void requireChildrenNotNull(Column column, Span span) {
        boolean told = execution
                .catalog()
                .childrenOf(table.oid())
                .anyMatch(child -> execution.version().isAtLeast(18)
                        || child.column(column.name())
                                .filter(own -> !own.notNull())
                                .isPresent());
        if (only && !column.notNull() && table.kind() == Table.Kind.PARTITIONED && told) {
            throw reject(SqlState.INVALID_TABLE_DEFINITION, "constraint must be added to child tables too", span);
        }
    }

    private void requireNoPartitions(Span span) {
        boolean partitions = table.kind() == Table.Kind.PARTITIONED
                && execution.catalog().childrenOf(table.oid()).findAny().isPresent();
        if (only && partitions && !execution.version().isAtLeast(18)) {
            String message = "cannot remove constraint from only the partitioned table when partitions exist";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }

    boolean dropNotNull(AlterTableAction.DropNotNull action) {
        Name name = action.column();
        column(name).ifPresent(column -> {
            if (column.identity() != null) {
                throw reject(SqlState.SYNTAX_ERROR, words(name) + " is an identity column", name.span());
            }
            requireNoPrimaryKey(column, name);
            requireNullableInParents(column, name);
            requireNoPartitions(action.span());
            execution.add(new ColumnOperation.DropNotNull(table, column, only, action.span()));
            each(column, found -> found.withNotNull(false));
            changes.unmarkLate(table, column);
        });
        return true;
    }

    private void requireNoPrimaryKey(Column column, Name name) {
        Optional<TableConstraint.Unique> key = table.primaryKey();
        boolean inKey = key.isPresent()
                && key.get().columns().contains(column.number())
                && !execution.mayBeGone(ObjectType.CONSTRAINT, key.get().name());
        if (inKey) {
            String message = "column \"" + name.value() + "\" is in a primary key";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, name.span());
        }
    }

    private void requireNullableInParents(Column column, Name name) {
        boolean required = table.parents().stream()
                .flatMap(parent -> execution.catalog().table(parent).stream())
                .flatMap(parent -> parent.column(column.name()).stream())
                .anyMatch(Column::notNull);
        if (required && table.partition()) {
            String message = "column \"" + name.value() + "\" is marked NOT NULL in parent table";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, name.span());
        }
    }

    private void each(Column column, UnaryOperator<Column> change) {
        if (only) {
            changes.change(table, column.name(), change);
        } else {
            changes.changeAll(table, column.name(), change);
        }
    }

    private Optional<Column> column(Name name) {
        return execution.names().column(table, name);
    }

    private String words(Name column) {
        return "column \"" + column.value() + "\" of relation \"" + table.name().name() + "\"";
    }

    private Rejected prerequisite(String message, Name at) {
        return reject(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message, at.span());
    }

    private Rejected reject(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }
}
