package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DropBehavior;
import java.util.List;

/** Tables that are made of a composite type have its columns and no others (manual CREATE TABLE, OF). */
final class TypedTables {
    private final Execution execution;

    TypedTables(Execution execution) {
        this.execution = execution;
    }

    /** Fails with 42809 where a table has its columns of a type: {@code cannot … typed table}. */
    void requireUntyped(Table table, String what, Span span) {
        if (table.ofType() != null) {
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, "cannot " + what + " typed table", span);
        }
    }

    /** Without CASCADE a type keeps its attributes as long as tables are made of it (manual ALTER TYPE). */
    void requireNone(Type.Composite type, DropBehavior behavior, Span span) {
        boolean used = execution.catalog().tables().anyMatch(table -> type.name().equals(table.ofType()));
        if (used && behavior == DropBehavior.RESTRICT) {
            String message = "cannot alter type \"" + type.name().name() + "\" because it is the type of a typed table";
            throw execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, span);
        }
    }

    /** {@code ALTER TABLE … OF}: the table must look as if it had been made of the type. */
    void become(Table table, QualifiedName type, Span span) {
        if (!table.parents().isEmpty()) {
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, "typed tables cannot inherit", span);
        }
        boolean known = table.columnsKnown() && Names.isCertain(table);
        if (known && execution.catalog().type(type).orElse(null) instanceof Type.Composite composite) {
            requireSame(table, composite.attributes(), span);
        }
        execution.put(table.copy().ofType(type).build());
    }

    private void requireSame(Table table, List<Column> attributes, Span span) {
        for (int i = 0; i < attributes.size(); i++) {
            Column attribute = attributes.get(i);
            if (i >= table.columns().size()) {
                throw differs("table is missing column \"" + attribute.name() + "\"", span);
            }
            Column column = table.columns().get(i);
            if (!column.name().equals(attribute.name())) {
                throw differs(
                        "table has column \"" + column.name() + "\" where type requires \"" + attribute.name() + "\"",
                        span);
            }
            boolean comparable = column.type().isKnown() && attribute.type().isKnown();
            if (comparable && !column.type().equals(attribute.type())) {
                throw differs("table has different type for column \"" + column.name() + "\"", span);
            }
        }
        if (table.columns().size() > attributes.size()) {
            String extra = table.columns().get(attributes.size()).name();
            throw differs("table has extra column \"" + extra + "\"", span);
        }
    }

    private Rejected differs(String message, Span span) {
        return execution.reject(SqlState.DATATYPE_MISMATCH, message, span);
    }
}
