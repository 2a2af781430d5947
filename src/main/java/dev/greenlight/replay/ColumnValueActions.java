package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the actions of ALTER TABLE on where a column's values come from: defaults, identities and generation
 * expressions. As {@link ColumnActions} otherwise.
 */
final class ColumnValueActions {
    private final Execution execution;
    private final Table table;
    private final boolean only;
    private final ColumnChanges changes;

    ColumnValueActions(Execution execution, Table table, boolean only) {
        this.execution = execution;
        this.table = table;
        this.only = only;
        this.changes = new ColumnChanges(execution);
    }

    boolean setDefault(AlterTableAction.SetDefault action) {
        withoutValue(action.column()).ifPresent(column -> {
            Column.Value value = TableExpressions.defaultValue(action.value(), table, column, execution);
            change(column, value, action.span());
        });
        return true;
    }

    boolean dropDefault(AlterTableAction.DropDefault action) {
        withoutValue(action.column()).ifPresent(column -> change(column, null, action.span()));
        return true;
    }

    private void change(Column column, Column.@Nullable Value value, Span span) {
        execution.add(new ColumnOperation.ChangeDefault(table, column, value, only, span));
        each(column, found -> found.withDefault(value));
    }

    /** Fails where the column is generated or an identity: those have no default. */
    private Optional<Column> withoutValue(Name name) {
        Optional<Column> column = column(name);
        column.ifPresent(found -> {
            if (found.identity() != null) {
                throw reject(SqlState.SYNTAX_ERROR, words(name) + " is an identity column", name.span());
            }
            if (found.generated() != null) {
                throw reject(SqlState.SYNTAX_ERROR, words(name) + " is a generated column", name.span());
            }
        });
        return column;
    }

    boolean setExpression(AlterTableAction.SetExpression action) {
        column(action.column()).ifPresent(column -> {
            if (column.generated() == null) {
                throw prerequisite(words(action.column()) + " is not a generated column", action.column());
            }
            var reading = TableExpressions.read(action.expression(), table, ExpressionPlace.GENERATION, execution);
            new ExpressionTypes(execution, table)
                    .requireFits(reading.type(), column, action.expression(), ExpressionPlace.GENERATION);
            String text = execution.text(action.expression().span());
            Column.Value value = new NewColumns(execution).generation(table, reading, text, action.span());
            execution.add(new ColumnOperation.ChangeExpression(table, column, value, action.span()));
            each(column, found -> found.withGenerated(column.generated(), value));
        });
        return true;
    }

    boolean dropExpression(AlterTableAction.DropExpression action) {
        Optional<Column> column = column(action.column());
        column.ifPresent(found -> requireOwnExpression(found, action));
        if (column.isPresent() && column.get().generated() == null) {
            if (action.ifExists()) {
                return false;
            }
            throw prerequisite(words(action.column()) + " is not a stored generated column", action.column());
        }
        column.ifPresent(found -> {
            execution.add(new ColumnOperation.ChangeExpression(table, found, null, action.span()));
            each(found, each -> each.withGenerated(null, null));
        });
        return true;
    }

    /** Parent and children are generated together ({@code ATPrepDropExpression}). */
    private void requireOwnExpression(Column column, AlterTableAction.DropExpression action) {
        if (only && execution.catalog().childrenOf(table.oid()).findAny().isPresent()) {
            String message = "ALTER TABLE / DROP EXPRESSION must be applied to child tables too";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, action.span());
        }
        if (new ColumnChanges(execution).isInherited(table, column.name())) {
            String message = "cannot drop generation expression from inherited column";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, action.span());
        }
    }

    boolean addIdentity(AlterTableAction.AddIdentity action) {
        Name name = action.column();
        requireNoPartition("cannot add identity to a column of a partition", action.span());
        column(name).ifPresent(column -> {
            new NewColumns(execution).requireInteger(column.type(), action.span());
            if (!column.notNull()) {
                throw prerequisite(words(name) + " must be declared NOT NULL before identity can be added", name);
            }
            if (column.identity() != null) {
                throw prerequisite(words(name) + " is already an identity column", name);
            }
            if (column.defaultValue() != null) {
                throw prerequisite(words(name) + " already has a default value", name);
            }
            Column.Identity identity = action.identity().always() ? Column.Identity.ALWAYS : Column.Identity.BY_DEFAULT;
            execution.add(new ColumnOperation.ChangeIdentity(table, column, identity, false, action.span()));
            new NewColumns(execution).ownedSequence(table, column, true, action.span());
            each(column, found -> found.withIdentity(identity));
        });
        return true;
    }

    boolean setIdentity(AlterTableAction.SetIdentity action) {
        requireNoPartition("cannot change identity column of a partition", action.span());
        column(action.column()).ifPresent(column -> {
            requireIdentity(column, action.column());
            Column.Identity identity = identity(action, column);
            boolean ofSequence = action.settings().stream()
                    .noneMatch(setting -> setting.name().equals("generated"));
            execution.add(new ColumnOperation.ChangeIdentity(table, column, identity, ofSequence, action.span()));
            each(column, found -> found.withIdentity(identity));
        });
        return true;
    }

    private static Column.Identity identity(AlterTableAction.SetIdentity action, Column column) {
        return action.settings().stream()
                .filter(setting -> setting.name().equals("generated"))
                .map(setting -> setting.text().toLowerCase(Locale.ROOT).startsWith("always")
                        ? Column.Identity.ALWAYS
                        : Column.Identity.BY_DEFAULT)
                .findFirst()
                .orElse(column.identity());
    }

    boolean dropIdentity(AlterTableAction.DropIdentity action) {
        requireNoPartition("cannot drop identity from a column of a partition", action.span());
        Optional<Column> column = column(action.column());
        if (column.isPresent() && column.get().identity() == null && action.ifExists()) {
            return false;
        }
        column.ifPresent(found -> {
            requireIdentity(found, action.column());
            execution.add(new ColumnOperation.ChangeIdentity(table, found, null, false, action.span()));
            each(found, each -> each.withIdentity(null));
            identitySequences(found).forEach(execution::remove);
        });
        return true;
    }

    /** Since 17 partitions have the identities of their table. */
    private void requireNoPartition(String message, Span span) {
        if (table.partition() && execution.version().isAtLeast(17)) {
            throw reject(SqlState.INVALID_TABLE_DEFINITION, message, span);
        }
    }

    private List<Sequence> identitySequences(Column column) {
        return execution
                .catalog()
                .usersOf(table.oid())
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence -> sequence.identity()
                        && sequence.ownerTable() == table.oid()
                        && sequence.ownerColumn() == column.number())
                .toList();
    }

    private void requireIdentity(Column column, Name name) {
        if (column.identity() == null) {
            throw prerequisite(words(name) + " is not an identity column", name);
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
