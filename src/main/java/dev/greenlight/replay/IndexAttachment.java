package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/**
 * Runs {@code ALTER INDEX … ATTACH PARTITION} in the order of {@code ATExecAttachPartitionIdx}: the partition's index is
 * none's yet, its table is a partition and has no other one there, and both are alike.
 */
final class IndexAttachment {
    private final Execution execution;
    private final Index parent;
    private final Span span;

    private IndexAttachment(Execution execution, Index parent, Span span) {
        this.execution = execution;
        this.parent = parent;
        this.span = span;
    }

    static void apply(Index parent, AlterTableAction.AttachPartition attach, Execution execution) {
        Span span = attach.partition().span();
        Relation partition = execution.names().relation(attach.partition(), ObjectType.INDEX);
        if (partition instanceof Index index) {
            new IndexAttachment(execution, parent, span).attach(index, attach);
        } else if (Names.isCertain(partition)) {
            String message = "\"" + partition.name().name() + "\" is not an index";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
        }
    }

    private void attach(Index index, AlterTableAction.AttachPartition attach) {
        if (Names.isCertain(index) && Names.isCertain(parent) && index.parent() != parent.oid()) {
            requireFree(index);
            tables(index).ifPresent(tables -> requireAlike(index, tables));
        }
        execution.add(new IndexOperation.AttachIndex(parent, index, attach.span()));
        execution.put(index.withParent(parent.oid()));
        execution.put(parent.asValid());
    }

    /** The partitioned table and the partition. */
    private record Tables(Table whole, Table partition) {}

    private Optional<Tables> tables(Index index) {
        Optional<Table> whole = execution.catalog().table(parent.table());
        Optional<Table> partition = execution.catalog().table(index.table());
        boolean known = whole.isPresent()
                && partition.isPresent()
                && whole.get().columnsKnown()
                && partition.get().columnsKnown();
        return known ? Optional.of(new Tables(whole.get(), partition.get())) : Optional.empty();
    }

    private void requireFree(Index index) {
        boolean another = execution
                .catalog()
                .indexesOf(index.table())
                .anyMatch(other -> other.parent() == parent.oid());
        boolean elsewhere = index.parent() != 0;
        boolean partition = execution
                .catalog()
                .table(index.table())
                .filter(table -> table.parents().contains(parent.table()) || !Names.isCertain(table))
                .isPresent();
        if (another || elsewhere || !partition) {
            throw rejected(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, index);
        }
    }

    private void requireAlike(Index index, Tables tables) {
        boolean alike = parent.unique() == index.unique()
                && parent.method().equals(index.method())
                && parent.partial() == index.partial()
                && parent.nullsNotDistinct() == index.nullsNotDistinct()
                && names(parent, tables.whole()).equals(names(index, tables.partition()));
        if (!alike || parent.constraint() && !index.constraint()) {
            throw rejected(SqlState.INVALID_OBJECT_DEFINITION, index);
        }
    }

    /** The keys by the names of their columns, an expression by none. */
    private static List<String> names(Index index, Table table) {
        return index.keys().stream()
                .map(key -> table.column(key.column()).map(Column::name).orElse(""))
                .toList();
    }

    private Rejected rejected(SqlState state, Index index) {
        String message = "cannot attach index \"" + index.name().name() + "\" as a partition of index \""
                + parent.name().name() + "\"";
        return execution.reject(state, message, span);
    }
}
