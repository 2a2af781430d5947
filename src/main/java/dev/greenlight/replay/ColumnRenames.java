package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.stream.Stream;

/** Runs RENAME COLUMN of a table with those that inherit from it, or of a view. */
final class ColumnRenames {
    private final Execution execution;
    private final ObjectStatement.RenameColumn rename;
    private final String old;
    private final String renamed;

    ColumnRenames(Execution execution, ObjectStatement.RenameColumn rename) {
        this.execution = execution;
        this.rename = rename;
        this.old = rename.column().value();
        this.renamed = rename.newName().value();
    }

    void run(Relation relation) {
        if (relation instanceof Table table) {
            rename(table);
        } else if (relation instanceof View view) {
            rename(view);
        } else if (Names.isCertain(relation)) {
            String message =
                    "cannot rename columns of relation \"" + relation.name().name() + "\"";
            throw reject(SqlState.WRONG_OBJECT_TYPE, message, rename.relation().span());
        }
    }

    private void rename(Table named) {
        Table table = new AssumedColumns(execution).with(named, Stream.of(rename.column()));
        String missing = "column \"" + old + "\" does not exist";
        if (execution.names().column(table, rename.column(), missing).isPresent()) {
            requireOwn(table);
            requireFree(table);
            TableReplay.descendants(table, execution).forEach(this::requireFree);
            new ColumnChanges(execution).changeAll(table, old, column -> column.withName(renamed));
        } else {
            execution.doubt(Doubt.ofMade(List.of(renamed)));
        }
        execution.add(new ColumnOperation.RenameColumn(table, old, renamed, rename.span()));
    }

    private void requireOwn(Table table) {
        if (new ColumnChanges(execution).isInherited(table, old)) {
            String message = "cannot rename inherited column \"" + old + "\"";
            throw reject(
                    SqlState.INVALID_TABLE_DEFINITION, message, rename.column().span());
        }
        if (rename.only()
                && execution.catalog().childrenOf(table.oid()).findAny().isPresent()) {
            String message = "inherited column \"" + old + "\" must be renamed in child tables too";
            throw reject(
                    SqlState.INVALID_TABLE_DEFINITION, message, rename.column().span());
        }
    }

    private void requireFree(Table table) {
        boolean taken = table.column(renamed).isPresent() && !execution.mayBeGone(ObjectType.COLUMN, renamed);
        if (taken) {
            throw taken(table);
        }
    }

    private Rejected taken(Relation relation) {
        String message =
                "column \"" + renamed + "\" of relation \"" + relation.name().name() + "\" already exists";
        return reject(SqlState.DUPLICATE_COLUMN, message, rename.newName().span());
    }

    private void rename(View view) {
        List<String> columns = view.columns();
        if (columns != null && !columns.contains(old)) {
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"" + old + "\" does not exist",
                    rename.column().span(),
                    new Missing(Names.typeOf(view), view.name(), old));
        }
        if (columns != null && columns.contains(renamed)) {
            throw taken(view);
        }
        execution.add(new ColumnOperation.RenameColumn(view, old, renamed, rename.span()));
        execution.put(
                view.withColumns(columns == null ? null : Lists.replace(columns, old, renamed), view.types()));
    }

    private Rejected reject(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }
}
