package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.PartitionKey;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what a table is partitioned by where it is made ({@code ComputePartitionAttrs} in {@code tablecmds.c}). */
final class NewPartitionKey {
    private final TableStatement.CreateTable statement;
    private final Table table;
    private final Execution execution;
    private final List<Integer> keys = new ArrayList<>();
    private final SortedSet<Integer> columns = new TreeSet<>();
    private final NeedsBuilder needs = new NeedsBuilder();

    NewPartitionKey(TableStatement.CreateTable statement, Table table, Execution execution) {
        this.statement = statement;
        this.table = table;
        this.execution = execution;
    }

    PartitionKey read() {
        if (statement.partitionBy() == null) {
            return PartitionKey.NONE;
        }
        statement.partitionBy().elements().forEach(this::read);
        return new PartitionKey(keys, List.copyOf(columns), needs.build());
    }

    private void read(IndexElement element) {
        int column = element.column() == null ? 0 : column(element.column());
        keys.add(column);
        if (column > 0) {
            columns.add(column);
        } else if (element.expression() != null) {
            TableExpressions.Reading reading =
                    TableExpressions.read(element.expression(), table, ExpressionPlace.PARTITION_KEY, execution);
            columns.addAll(reading.columns());
            needs.all(reading.needs());
        }
    }

    /** 0 for the row as a whole, and where it is not known. */
    private int column(Name name) {
        if (name.value().equals(table.name().name())
                && table.column(name.value()).isEmpty()) {
            return 0;
        }
        requireStored(name);
        String missing = "column \"" + name.value() + "\" named in partition key does not exist";
        return execution
                .names()
                .column(table, name, missing)
                .map(Column::number)
                .orElse(0);
    }

    /** Neither a system column nor a generated one (manual 5.12). */
    private void requireStored(Name name) {
        boolean system = TableExpressions.SYSTEM_COLUMNS.contains(name.value());
        boolean generated = statement.columns().stream()
                .anyMatch(column ->
                        column.generated() != null && column.name().value().equals(name.value()));
        if (table.columnsKnown() && (system || generated)) {
            String message = system
                    ? "cannot use system column \"" + name.value() + "\" in partition key"
                    : "cannot use generated column in partition key";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, name.span());
        }
    }
}
