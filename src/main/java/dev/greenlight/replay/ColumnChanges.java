package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes columns in the catalog: of a table, and where they inherit from it of its children (manual 5.11). */
final class ColumnChanges {
    private final Execution execution;

    ColumnChanges(Execution execution) {
        this.execution = execution;
    }

    void setNotNull(Table table, Column column, boolean notNull) {
        changeAll(table, column.name(), found -> found.withNotNull(notNull));
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
