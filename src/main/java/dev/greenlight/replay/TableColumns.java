package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the columns of a new table: those of its parents first, then its own and those of LIKE as they are written
 * (manual CREATE TABLE). One that is in several parents, or in a parent and written again, is merged into one.
 */
final class TableColumns {
    /** Since when a child may generate its column in its own way, but only where its parent generates it too. */
    private static final int OWN_EXPRESSIONS = 16;

    private final Execution execution;
    private final List<Column> columns = new ArrayList<>();
    private int inherited;
    private boolean known = true;

    TableColumns(Execution execution) {
        this.execution = execution;
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    /** Whether these are certainly all. */
    boolean known() {
        return known;
    }

    void inherit(Table parent, boolean partition, Span span) {
        known &= parent.columnsKnown();
        for (Column column : parent.columns()) {
            int at = indexOf(column.name());
            if (at < 0) {
                boolean identity = partition && execution.version().isAtLeast(17);
                columns.add(renumbered(identity ? column : column.withIdentity(null), columns.size() + 1));
            } else {
                requireSameType(columns.get(at), column.type(), "inherited column", span);
                Column merged = columns.get(at);
                requireSameGeneration(merged, column, span);
                columns.set(at, merged.withNotNull(merged.notNull() || column.notNull()));
            }
        }
        inherited = columns.size();
    }

    /** The columns of {@code OF type}. */
    void ofType(ObjectName name, Type type) {
        if (type instanceof Type.Composite composite) {
            composite.attributes().forEach(attribute -> columns.add(renumbered(attribute, columns.size() + 1)));
        } else {
            known = false;
        }
        inherited = columns.size();
    }

    /** The elements that are written, in their order. */
    void write(TableStatement.CreateTable statement) {
        boolean onlyOptions = statement.partitionOf() != null || statement.ofType() != null;
        List<TableStatement.Like> likes = new ArrayList<>(statement.likes());
        for (ColumnDefinition definition : statement.columns()) {
            while (!likes.isEmpty()
                    && likes.getFirst().span().start() < definition.span().start()) {
                like(likes.removeFirst());
            }
            if (onlyOptions) {
                option(definition);
            } else {
                define(definition);
            }
        }
        likes.forEach(this::like);
    }

    private void define(ColumnDefinition definition) {
        Column column = new NewColumns(execution).declare(definition, columns.size() + 1);
        int at = indexOf(column.name());
        if (at < 0) {
            columns.add(column);
        } else if (at < inherited) {
            requireSameType(
                    columns.get(at), column.type(), "column", definition.name().span());
            requireMergeable(columns.get(at), definition);
            merge(at, column);
        } else {
            throw twice(column.name(), definition.name().span());
        }
    }

    /** All parents generate a column in the same way, or none does ({@code MergeAttributes}). */
    private void requireSameGeneration(Column one, Column other, Span span) {
        if ((one.generated() == null) != (other.generated() == null)) {
            String message = "inherited column \"" + one.name() + "\" has a generation conflict";
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
    }

    /** A column that a parent generates is generated (manual 5.4). */
    private void requireMergeable(Column parent, ColumnDefinition definition) {
        String name = "\"" + parent.name() + "\"";
        String message = null;
        if (parent.generated() != null && definition.defaultValue() != null) {
            message = "column " + name + " inherits from generated column but specifies default";
        } else if (parent.generated() != null && definition.identity() != null) {
            message = "column " + name + " inherits from generated column but specifies identity";
        } else if (definition.generated() != null
                && (parent.generated() == null) == execution.version().isAtLeast(OWN_EXPRESSIONS)) {
            message = "child column " + name + " specifies generation expression";
        }
        if (message != null) {
            throw execution.reject(
                    SqlState.INVALID_COLUMN_DEFINITION,
                    message,
                    definition.name().span());
        }
    }

    private void merge(int at, Column written) {
        Column parent = columns.get(at);
        columns.set(
                at,
                new Column(
                        parent.number(),
                        parent.name(),
                        parent.type(),
                        parent.notNull() || written.notNull(),
                        written.defaultValue() == null ? parent.defaultValue() : written.defaultValue(),
                        written.identity(),
                        parent.generated(),
                        written.origin()));
    }

    /** What a partition says about a column of its parent. */
    private void option(ColumnDefinition definition) {
        int at = indexOf(definition.name().value());
        if (at >= 0) {
            Column column = new NewColumns(execution).declare(definition, at + 1);
            columns.set(at, columns.get(at).withNotNull(columns.get(at).notNull() || column.notNull()));
        } else if (known) {
            String message = "column \"" + definition.name().value() + "\" does not exist";
            throw execution.reject(
                    SqlState.UNDEFINED_COLUMN, message, definition.name().span());
        }
    }

    private void like(TableStatement.Like like) {
        for (Column column : source(like)) {
            Column copy = TableTemplate.copy(column, like, execution.origin(like.span()));
            int at = indexOf(column.name());
            if (at < 0) {
                columns.add(renumbered(copy, columns.size() + 1));
            } else if (at < inherited) {
                requireSameType(columns.get(at), copy.type(), "column", like.span());
                merge(at, copy);
            } else {
                throw twice(column.name(), like.span());
            }
        }
    }

    /** The columns of a table or view, or the attributes of a composite type. */
    private List<Column> source(TableStatement.Like like) {
        boolean relation = execution.names().find(like.table()).isPresent();
        Optional<Type.Composite> type = relation
                ? Optional.empty()
                : execution.names().schemas().candidates(like.table()).stream()
                        .flatMap(name -> execution.catalog().type(name).stream())
                        .filter(Type.Composite.class::isInstance)
                        .map(Type.Composite.class::cast)
                        .findFirst();
        return type.map(Type.Composite::attributes)
                .orElseGet(() -> columnsOf(execution.names().relation(like.table(), ObjectType.TABLE)));
    }

    private List<Column> columnsOf(Relation source) {
        if (source instanceof Table table) {
            known &= table.columnsKnown();
            return table.columns();
        }
        if (!(source instanceof View view) || view.columns() == null) {
            known = false;
            return List.of();
        }
        return view.columns().stream()
                .map(name -> new Column(1, name, view.type(name), false, null, null, null, null))
                .toList();
    }

    private Rejected twice(String column, Span span) {
        String message = "column \"" + column + "\" specified more than once";
        return execution.reject(SqlState.DUPLICATE_COLUMN, message, span);
    }

    private void requireSameType(Column column, DataType other, String what, Span span) {
        boolean comparable = column.type().isKnown() && other.isKnown();
        if (comparable && !column.type().equals(other)) {
            String message = what + " \"" + column.name() + "\" has a type conflict";
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
    }

    private int indexOf(String name) {
        return columns.stream().map(Column::name).toList().indexOf(name);
    }

    private static Column renumbered(Column column, int number) {
        return new Column(
                number,
                column.name(),
                column.type(),
                column.notNull(),
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.origin());
    }
}
