package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** Runs the actions of ALTER TABLE that make tables partitions or children of others, or end it (manual 5.11, 5.12). */
final class PartitionActions {
    private final Execution execution;
    private final Table table;

    PartitionActions(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
    }

    boolean inherit(AlterTableAction.Inherit action) {
        new TypedTables(execution).requireUntyped(table, "change inheritance of", action.span());
        requireMovable(action.span());
        other(action.parent()).ifPresent(parent -> {
            if (action.remove()) {
                leave(parent, action);
            } else {
                requirePlain(parent, action.parent().span(), execution);
                requireNoCircle(parent, action.parent().span());
                requireNoCircle(table, parent, action.parent().span());
                requireColumns(table, parent, action.parent().span());
                new PartitionActions(execution, parent)
                        .requireChecks(table, action.parent().span());
                execution.add(new TableOperation.Inherit(table, parent, false, action.span()));
                execution.put(table.copy()
                        .parents(Lists.plus(table.parents(), parent.oid()))
                        .build());
            }
        });
        return true;
    }

    private void requireMovable(Span span) {
        if (table.partition() || table.kind() == Table.Kind.PARTITIONED) {
            String message =
                    "cannot change inheritance of " + (table.partition() ? "a partition" : "partitioned table");
            throw reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    /** Partitioned tables and their partitions have no other children (manual 5.12). */
    static void requirePlain(Table parent, Span span, Execution execution) {
        String name = "\"" + parent.name().name() + "\"";
        if (parent.kind() == Table.Kind.PARTITIONED || parent.partition()) {
            String what = parent.partition() ? "partition " : "partitioned table ";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, "cannot inherit from " + what + name, span);
        }
    }

    /** Nothing is its own ancestor, nor a child of one table twice. */
    private void requireNoCircle(Table child, Table parent, Span span) {
        if (child.parents().contains(parent.oid())) {
            String message = "relation \"" + parent.name().name() + "\" would be inherited from more than once";
            throw reject(SqlState.DUPLICATE_TABLE, message, span);
        }
        if (descendsFrom(parent, child)) {
            throw reject(SqlState.DUPLICATE_TABLE, "circular inheritance not allowed", span);
        }
    }

    private boolean descendsFrom(Table descendant, Table ancestor) {
        return descendant.oid() == ancestor.oid()
                || descendant.parents().stream()
                        .flatMap(parent -> execution.catalog().table(parent).stream())
                        .anyMatch(parent -> descendsFrom(parent, ancestor));
    }

    private void requireNoCircle(Table parent, Span span) {
        String name = "\"" + parent.name().name() + "\"";
        if (table.parents().contains(parent.oid())) {
            String message = "relation " + name + " would be inherited from more than once";
            throw reject(SqlState.DUPLICATE_TABLE, message, span);
        }
        boolean circle = parent.oid() == table.oid()
                || TableReplay.descendants(table, execution).anyMatch(child -> child.oid() == parent.oid());
        if (circle) {
            throw reject(SqlState.DUPLICATE_TABLE, "circular inheritance not allowed", span);
        }
    }

    private void leave(Table parent, AlterTableAction.Inherit action) {
        if (!table.parents().contains(parent.oid())) {
            requireUnknown(
                    parent,
                    table,
                    "is not a parent of relation",
                    action.parent().span());
            return;
        }
        execution.add(new TableOperation.Inherit(table, parent, true, action.span()));
        execution.put(
                table.copy().parents(Lists.minus(table.parents(), parent.oid())).build());
    }

    private Optional<Table> other(ObjectName name) {
        Relation relation = execution.names().relation(name, ObjectType.TABLE);
        if (relation instanceof Table found) {
            return Optional.of(found);
        }
        if (!Names.isCertain(relation)) {
            return Optional.empty();
        }
        String message = "\"" + relation.name().name() + "\" is not a table or foreign table";
        throw reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
    }

    boolean attach(AlterTableAction.AttachPartition action) {
        requirePartitioned("ATTACH PARTITION", action.span());
        other(action.partition()).ifPresent(partition -> attach(partition, action));
        return true;
    }

    private void requirePartitioned(String words, Span span) {
        boolean known = Names.isCertain(table) && table.columnsKnown();
        if (known && table.kind() != Table.Kind.PARTITIONED) {
            String name = "\"" + table.name().name() + "\"";
            if (execution.version().isAtLeast(18)) {
                String message = "ALTER action " + words + " cannot be performed on relation " + name;
                throw reject(SqlState.WRONG_OBJECT_TYPE, message, span);
            }
            throw reject(SqlState.INVALID_OBJECT_DEFINITION, "table " + name + " is not partitioned", span);
        }
    }

    private void attach(Table partition, AlterTableAction.AttachPartition action) {
        Span span = action.partition().span();
        if (partition.partition()) {
            String message = "\"" + partition.name().name() + "\" is already a partition";
            throw reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
        new TypedTables(execution).requireUntyped(partition, "attach as partition a", span);
        requireAlone(partition, span);
        requireNoCircle(partition, table, span);
        requireAlike(partition, span);
        boolean isDefault = action.bound() != null && action.bound().isDefault();
        if (isDefault) {
            requireNoDefault(table, partition.name().name(), span, execution);
        }
        requireColumns(partition, table, span);
        requireNoOther(partition, span);
        requireChecks(partition, span);
        execution.add(new TableOperation.AttachPartition(table, partition, action.span()));
        Table attached = partition
                .copy()
                .parents(List.of(table.oid()))
                .partition(true)
                .defaultPartition(isDefault)
                .build();
        execution.put(attached);
        new Attachments(execution).inheritAll(attached, table, span);
        new NewIndexes(execution).giveAll(execution.current(attached), table, action.span());
        table.constraints().stream()
                .filter(TableConstraint.ForeignKey.class::isInstance)
                .map(TableConstraint.ForeignKey.class::cast)
                .forEach(key -> new NewForeignKeys(execution, false).give(execution.current(attached), table, key));
    }

    /** It has no other parent, and only a partitioned table has children. */
    private void requireAlone(Table partition, Span span) {
        boolean parent = partition.kind() != Table.Kind.PARTITIONED
                && execution.catalog().childrenOf(partition.oid()).findAny().isPresent();
        if (!partition.parents().isEmpty() || parent) {
            String message = "cannot attach inheritance " + (parent ? "parent" : "child") + " as partition";
            throw reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    private void requireAlike(Table partition, Span span) {
        boolean temporary = partition.persistence() == Persistence.TEMPORARY;
        if (temporary != (table.persistence() == Persistence.TEMPORARY)) {
            String message = temporary
                    ? "cannot attach a temporary relation as partition of permanent relation \""
                    : "cannot attach a permanent relation as partition of temporary relation \"";
            throw reject(SqlState.WRONG_OBJECT_TYPE, message + table.name().name() + "\"", span);
        }
    }

    /** A partition has exactly its parent's columns. */
    private void requireNoOther(Table partition, Span span) {
        if (!table.columnsKnown()) {
            return;
        }
        for (Column column : partition.columns()) {
            if (table.column(column.name()).isEmpty()) {
                String message = "table \"" + partition.name().name() + "\" contains column \"" + column.name()
                        + "\" not found in parent \"" + table.name().name() + "\"";
                throw reject(SqlState.DATATYPE_MISMATCH, message, span);
            }
        }
    }

    static void requireNoDefault(Table parent, String name, Span span, Execution execution) {
        Optional<Table> other = execution
                .catalog()
                .childrenOf(parent.oid())
                .filter(Table::defaultPartition)
                .findFirst();
        if (other.isPresent()) {
            String message = "partition \"" + name + "\" conflicts with existing default partition \""
                    + other.get().name().name() + "\"";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
        }
    }

    /** The checks of a parent are not made on a table that is attached; it must have them. */
    private void requireChecks(Table child, Span span) {
        for (TableConstraint constraint : table.constraints()) {
            boolean passedOn = constraint instanceof TableConstraint.Check check && !check.noInherit();
            if (passedOn
                    && child.constraint(constraint.name()).isEmpty()
                    && !execution.names().mayHave(child, constraint.name())) {
                String message = "child table is missing constraint \"" + constraint.name() + "\"";
                throw reject(SqlState.DATATYPE_MISMATCH, message, span);
            }
        }
    }

    private void requireColumns(Table child, Table parent, Span span) {
        for (Column column : parent.columns()) {
            Optional<Column> own = child.column(column.name());
            if (own.isEmpty() && !execution.names().mayHave(child, column.name())) {
                String message = "child table is missing column \"" + column.name() + "\"";
                throw reject(SqlState.DATATYPE_MISMATCH, message, span);
            }
            own.ifPresent(found -> requireLike(found, column, child, span));
        }
    }

    private void requireLike(Column own, Column column, Table child, Span span) {
        String name = "\"" + column.name() + "\"";
        String table = "child table \"" + child.name().name() + "\"";
        if (column.generated() != null && own.generated() == null) {
            String message = "column " + name + " in child table must be a generated column";
            throw reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
        boolean comparable = own.type().isKnown() && column.type().isKnown();
        if (comparable && !own.type().equals(column.type())) {
            throw reject(SqlState.DATATYPE_MISMATCH, table + " has different type for column " + name, span);
        }
        if (column.notNull() && !own.notNull()) {
            String message = "column " + name + " in " + table + " must be marked NOT NULL";
            throw reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
    }

    boolean detach(AlterTableAction.DetachPartition action) {
        requirePartitioned("DETACH PARTITION", action.span());
        other(action.partition()).ifPresent(partition -> {
            if (!partition.parents().contains(table.oid())) {
                requireUnknown(
                        partition,
                        table,
                        "is not a partition of relation",
                        action.partition().span());
                return;
            }
            requireNoDefault(action);
            execution.add(new TableOperation.DetachPartition(table, partition, action.concurrently(), action.span()));
            execution.put(partition
                    .copy()
                    .parents(List.of())
                    .partition(false)
                    .defaultPartition(false)
                    .build());
            execution
                    .catalog()
                    .indexesOf(partition.oid())
                    .toList()
                    .forEach(index -> execution.put(index.withParent(0)));
            new Attachments(execution).disinherit(execution.current(partition), table);
        });
        return true;
    }

    private void requireNoDefault(AlterTableAction.DetachPartition action) {
        boolean there = execution.catalog().childrenOf(table.oid()).anyMatch(Table::defaultPartition);
        if (action.concurrently() && there) {
            String message = "cannot detach partitions concurrently when a default partition exists";
            throw reject(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message, action.span());
        }
    }

    /** Fails unless one of them is such that the history need not show how they relate. */
    private void requireUnknown(Table one, Table other, String words, Span span) {
        if (one.columnsKnown() && other.columnsKnown()) {
            String message = "relation \"" + one.name().name() + "\" " + words + " \""
                    + other.name().name() + "\"";
            throw reject(SqlState.UNDEFINED_TABLE, message, span);
        }
    }

    private Rejected reject(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }
}
