package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.Casts;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** Runs {@code ALTER COLUMN … TYPE} on one column (manual ALTER TABLE). */
final class ColumnTypeChange {
    private final Execution execution;
    private final Table table;
    private final Table original;
    private final AlterTableAction.AlterColumnType action;
    private final Span at;

    /**
     * @param original the table before the statement, which is what USING sees
     */
    ColumnTypeChange(Execution execution, Table table, Table original, AlterTableAction.AlterColumnType action) {
        this.execution = execution;
        this.table = table;
        this.original = original;
        this.action = action;
        this.at = action.column().span();
    }

    boolean run(boolean only) {
        new TypedTables(execution).requireUntyped(table, "alter column type of", at);
        Optional<Column> column = execution.names().column(table, action.column());
        if (column.isPresent()) {
            change(column.get(), only);
        } else {
            execution.names().type(action.type());
        }
        return true;
    }

    private void change(Column column, boolean only) {
        requireOwn(column, only);
        requireNoUsingOfGenerated(column);
        DataType type = new NewColumns(execution).columnType(column.name(), action.type());
        if (column.identity() != null) {
            new NewColumns(execution).requireInteger(type, at);
        }
        requireConversion(column, type);
        requireNoUser(column);
        requireDefault(column, type);
        Column after = column.withType(type, execution.origin(action.span()));
        Optional<List<DataType>> casts =
                action.using() == null ? Optional.of(List.of()) : ColumnCasts.of(action.using(), column, execution);
        execution.add(new ColumnOperation.ChangeColumnType(
                table,
                column,
                after,
                casts.orElse(List.of()),
                casts.isEmpty(),
                action.collation() != null,
                action.span()));
        new ColumnChanges(execution).changeAll(table, column.name(), found -> found.withType(type, after.origin()));
    }

    private void requireOwn(Column column, boolean only) {
        if (new ColumnChanges(execution).isInherited(table, column.name())) {
            String message = "cannot alter inherited column \"" + column.name() + "\"";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message);
        }
        if (table.partitionKey().uses(column.number())) {
            String message = "cannot alter column \"" + column.name()
                    + "\" because it is part of the partition key of relation \""
                    + table.name().name() + "\"";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message);
        }
        if (only && execution.catalog().childrenOf(table.oid()).findAny().isPresent()) {
            String message = "type of inherited column \"" + column.name() + "\" must be changed in child tables too";
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message);
        }
    }

    private void requireNoUsingOfGenerated(Column column) {
        if (column.generated() != null && action.using() != null) {
            String message = "cannot specify USING when altering type of generated column";
            throw reject(SqlState.INVALID_COLUMN_DEFINITION, message);
        }
    }

    private void requireConversion(Column column, DataType type) {
        Expression using = action.using();
        if (using != null) {
            DataType given = TableExpressions.read(using, original, ExpressionPlace.USING, execution)
                    .type();
            new ExpressionTypes(execution, original)
                    .requireFits(given, column.withType(type, null), using, ExpressionPlace.USING);
        } else if (isImpossible(column.type(), type)) {
            String message = "column \"" + column.name() + "\" cannot be cast automatically to type " + type.display();
            throw reject(SqlState.DATATYPE_MISMATCH, message);
        }
    }

    /** Whether there is certainly no cast that PostgreSQL applies in an assignment (manual CREATE CAST). */
    private boolean isImpossible(DataType from, DataType to) {
        if (execution.premises().foreknowledge().makesCast()) {
            return false;
        }
        DataType source = base(from);
        DataType target = base(to);
        return Casts.assignable(source, target)
                .map(assignable -> !assignable)
                .orElseGet(() -> isImpossibleBeyondBuiltIn(source, target));
    }

    /** An enum, or the extension citext's type, becomes nothing but a string where no cast is written, and nothing becomes an enum. */
    private boolean isImpossibleBeyondBuiltIn(DataType source, DataType target) {
        return (source.isBuiltIn() || isEnum(source) || isCitext(source)) && (target.isBuiltIn() || isEnum(target));
    }

    private boolean isEnum(DataType type) {
        return !type.array() && execution.catalog().type(type.name()).orElse(null) instanceof Type.Enum;
    }

    private static boolean isCitext(DataType type) {
        return !type.array() && type.name().name().equals("citext");
    }

    /** Below its domains. */
    private DataType base(DataType type) {
        boolean domain = !type.array() && execution.catalog().type(type.name()).orElse(null) instanceof Type.Domain;
        return domain
                ? base(((Type.Domain) execution.catalog().type(type.name()).orElseThrow()).base())
                : type;
    }

    /** The default is converted as an assignment would, whatever USING says. */
    private void requireDefault(Column column, DataType type) {
        Column.Value value = column.defaultValue();
        if (value == null || column.generated() != null) {
            return;
        }
        boolean impossible = literalType(value.text(), column.type())
                .filter(literal -> isImpossible(literal, type))
                .isPresent();
        if (impossible && isImpossible(column.type(), type)) {
            String message = "default for column \"" + column.name() + "\" cannot be cast automatically to type "
                    + type.display();
            throw reject(SqlState.DATATYPE_MISMATCH, message);
        }
    }

    /** The type that a literal has as a default of a column: a string's is the column's. */
    private static Optional<DataType> literalType(String text, DataType column) {
        if (text.startsWith("'")) {
            return Optional.of(column);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Optional.of(DataType.builtIn("bool"));
        }
        return text.matches("[0-9]{1,9}") ? Optional.of(DataType.builtIn("int4")) : Optional.empty();
    }

    /** Views, rules, policies, triggers and generated columns hold on to the type (RememberAllDependentForRebuilding). */
    private void requireNoUser(Column column) {
        requireNoGenerated(column);
        boolean view = execution
                .catalog()
                .usersOf(table.oid())
                .filter(View.class::isInstance)
                .map(View.class::cast)
                .filter(found ->
                        !execution.mayBeGone(ObjectType.VIEW, found.name().name()))
                .map(View::needs)
                .anyMatch(needs -> needs.column(table.oid(), column.number()));
        if (view) {
            throw used("a view or rule");
        }
        for (Table.Attachment attachment : table.attachments()) {
            boolean needs = attachment.needs().column(table.oid(), column.number());
            if (needs
                    && !execution.mayBeGone(ObjectType.valueOf(attachment.type().name()), attachment.name())) {
                throw used(
                        switch (attachment.type()) {
                            case RULE -> "a view or rule";
                            case POLICY -> "a policy definition";
                            case TRIGGER -> "a trigger definition";
                        });
            }
        }
    }

    private void requireNoGenerated(Column column) {
        if (table.columns().stream().anyMatch(other -> isGeneratedFrom(other, column))) {
            SqlState state = execution.version().isAtLeast(15) ? SqlState.FEATURE_NOT_SUPPORTED : SqlState.SYNTAX_ERROR;
            throw reject(state, "cannot alter type of a column used by a generated column");
        }
    }

    private boolean isGeneratedFrom(Column other, Column column) {
        Needs needs = other.defaultValue() == null
                ? Needs.NOTHING
                : other.defaultValue().needs();
        return other.generated() != null
                && other.number() != column.number()
                && needs.column(table.oid(), column.number());
    }

    private Rejected used(String by) {
        return reject(SqlState.FEATURE_NOT_SUPPORTED, "cannot alter type of a column used by " + by);
    }

    private Rejected reject(SqlState state, String message) {
        return execution.reject(state, message, at);
    }
}
