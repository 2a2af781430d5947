package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Changes columns in the catalog: of a table, and where they inherit from it of its children (manual 5.11). */
final class ColumnChanges {
    private final Execution execution;

    ColumnChanges(Execution execution) {
        this.execution = execution;
    }

    /** From now on, and in all rows that there are. */
    void setNotNull(Table table, Column column, boolean notNull) {
        changeAll(table, column.name(), found -> found.withNotNull(notNull));
        unmarkLate(table, column);
    }

    /** Notes that rows which are there may break that the column is NOT NULL. */
    void markLate(Table table, Column column, String constraint) {
        eachColumn(table, column, (current, own) -> {
            Table.LateNotNull late = new Table.LateNotNull(constraint, own.number());
            execution.put(current.copy()
                    .lateNotNulls(Lists.plus(current.lateNotNulls(), late))
                    .build());
        });
    }

    void unmarkLate(Table table, Column column) {
        eachColumn(table, column, (current, own) -> {
            if (current.isLateNotNull(own)) {
                execution.put(current.copy()
                        .lateNotNulls(current.lateNotNulls().stream()
                                .filter(late -> late.column() != own.number())
                                .toList())
                        .build());
            }
        });
    }

    private void eachColumn(Table table, Column column, BiConsumer<Table, Column> change) {
        Table current = execution.current(table);
        current.column(column.name()).ifPresent(own -> change.accept(current, own));
        execution.catalog().childrenOf(table.oid()).toList().forEach(child -> eachColumn(child, column, change));
    }

    /** Changes the column of this name in a table and all its children. */
    void changeAll(Table table, String column, UnaryOperator<Column> change) {
        change(table, column, change);
        execution.catalog().childrenOf(table.oid()).toList().forEach(child -> changeAll(child, column, change));
    }

    /** Changes it in this table alone. */
    void change(Table table, String column, UnaryOperator<Column> change) {
        Table current = execution.current(table);
        List<Column> columns = current.columns().stream()
                .map(other -> other.name().equals(column) ? change.apply(other) : other)
                .toList();
        execution.put(current.withColumns(columns));
    }

    /** Whether the column comes from a parent. */
    boolean isInherited(Table table, String column) {
        return table.parents().stream()
                .flatMap(parent -> execution.catalog().table(parent).stream())
                .anyMatch(parent -> parent.column(column).isPresent());
    }
}
