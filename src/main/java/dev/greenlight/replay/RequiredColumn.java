package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import java.util.List;
import java.util.Optional;

/**
 * A column that an operation has made to be in need of a value in each new row: it is NOT NULL, and nothing but the
 * INSERT gives it one. A table with triggers or rules has none, since they may.
 */
record RequiredColumn(Table table, Column column) {

    static Optional<RequiredColumn> by(Operation operation, Step step, Catalog end) {
        return operation instanceof ColumnOperation column ? by(column, step, end) : Optional.empty();
    }

    private static Optional<RequiredColumn> by(ColumnOperation operation, Step step, Catalog end) {
        return switch (operation) {
            case ColumnOperation.AddColumn add -> by(add.table(), add.column(), step, end);
            case ColumnOperation.SetNotNull set -> by(set.table(), set.column(), step, end);
            case ColumnOperation.ChangeDefault change -> by(change.table(), change.column(), step, end);
            case ColumnOperation.ChangeIdentity change -> by(change.table(), change.column(), step, end);
            case ColumnOperation.ChangeExpression ignored -> Optional.empty();
            case ColumnOperation.DropColumn ignored -> Optional.empty();
            case ColumnOperation.RenameColumn ignored -> Optional.empty();
            case ColumnOperation.ChangeColumnType ignored -> Optional.empty();
            case ColumnOperation.DropNotNull ignored -> Optional.empty();
        };
    }

    private static Optional<RequiredColumn> by(Table table, Column column, Step step, Catalog end) {
        boolean before = step.before().table(table.oid()).stream()
                .flatMap(one -> one.column(column.name()).stream())
                .anyMatch(RequiredColumn::isRequired);
        boolean behind = step.after().table(table.oid()).stream()
                .flatMap(one -> one.column(column.name()).stream())
                .anyMatch(RequiredColumn::isRequired);
        return before || !behind ? Optional.empty() : end.table(table.oid()).flatMap(one -> of(one, column));
    }

    private static Optional<RequiredColumn> of(Table table, Column column) {
        return table.column(column.name())
                .filter(one -> isRequired(one) && table.attachments().stream().allMatch(RequiredColumn::isPolicy))
                .map(one -> new RequiredColumn(table, one));
    }

    private static boolean isPolicy(Table.Attachment attachment) {
        return attachment.type() == Table.Attachment.Type.POLICY;
    }

    /** A domain may have a default of its own. */
    private static boolean isRequired(Column column) {
        return column.notNull()
                && column.type().isBuiltIn()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    String display() {
        return table.name().display() + "." + column.name();
    }

    /** What INSERTs end in that list their columns, and not this one. */
    List<SqlError> errors(List<DataOperation.Write> writes) {
        String message = "null value in column \"" + column.name() + "\" of relation \""
                + table.name().name() + "\" violates not-null constraint";
        return writes.stream()
                .filter(write -> write.kind() == DataOperation.Kind.INSERT)
                .filter(write -> write.relation().oid() == table.oid())
                .filter(write -> !write.columns().isEmpty() && !write.columns().contains(column.name()))
                .map(write -> new SqlError(SqlState.NOT_NULL_VIOLATION, message, write.span(), null, null))
                .toList();
    }
}
