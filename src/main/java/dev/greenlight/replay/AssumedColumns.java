package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.ExpressionReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Columns that a statement names of a table which may have them without the history showing it: they are taken to be
 * there, of an unknown type, so that what is done to them is known as what is done to others is.
 */
final class AssumedColumns {
    private final Execution execution;

    AssumedColumns(Execution execution) {
        this.execution = execution;
    }

    /** The table with what an action names of it. */
    Table of(AlterTableAction action, Table table) {
        return with(table, names(action));
    }

    /** The table with what an index on it names. */
    Table of(List<IndexElement> elements, Table table) {
        return with(table, elements.stream().map(IndexElement::column).filter(Objects::nonNull));
    }

    Table with(Table table, Stream<Name> names) {
        Table current = execution.current(table);
        for (Name name : names.toList()) {
            current = with(current, name);
        }
        return current;
    }

    private Table with(Table table, Name name) {
        boolean assumed = table.column(name.value()).isEmpty()
                && execution.names().mayHave(table, name.value())
                && !TableExpressions.SYSTEM_COLUMNS.contains(name.value());
        if (!assumed || execution.catalog().relation(table.oid()).isEmpty()) {
            return table;
        }
        Column column =
                new Column(table.lastColumn() + 1, name.value(), DataType.UNKNOWN, false, null, null, null, null);
        Table more = table.withColumns(Lists.plus(table.columns(), column));
        execution.put(more);
        return more;
    }

    private static Stream<Name> names(AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.DropColumn drop -> Stream.of(drop.column());
            case AlterTableAction.AlterColumnType change -> Stream.of(change.column());
            case AlterTableAction.SetDefault set -> Stream.of(set.column());
            case AlterTableAction.DropDefault drop -> Stream.of(drop.column());
            case AlterTableAction.SetNotNull set -> Stream.of(set.column());
            case AlterTableAction.DropNotNull drop -> Stream.of(drop.column());
            case AlterTableAction.AddConstraint add -> names(add.constraint());
            // Whether it is generated or an identity is not known, and all else changes no column.
            default -> Stream.empty();
        };
    }

    private static Stream<Name> names(Constraint constraint) {
        return switch (constraint) {
            case Constraint.NotNull notNull -> Stream.of(notNull.column());
            case Constraint.Unique unique -> Stream.concat(unique.columns().stream(), unique.include().stream());
            case Constraint.ForeignKey key -> key.columns().stream();
            case Constraint.Check check -> names(check.condition());
            case Constraint.Exclude ignored -> Stream.empty();
        };
    }

    private static Stream<Name> names(Expression condition) {
        return ExpressionReader.read(condition).columns().stream()
                .filter(reference -> reference.scope().items().isEmpty() && !reference.star())
                .map(ColumnReference::column);
    }
}
