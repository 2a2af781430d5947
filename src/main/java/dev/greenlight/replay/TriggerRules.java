package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TriggerStatement.CreateTrigger;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.ExpressionReader;
import dev.greenlight.sql.query.ExpressionReferences;

/** What CREATE TRIGGER may say, beside the kind of its relation ({@code CreateTriggerFiringOn} in {@code trigger.c}). */
final class TriggerRules {
    private final CreateTrigger create;
    private final Execution execution;

    TriggerRules(CreateTrigger create, Execution execution) {
        this.create = create;
        this.execution = execution;
    }

    /** Before the condition is read. */
    void requireForm(Relation relation) {
        boolean truncates = create.events().contains("truncate");
        if (truncates && relation instanceof View && Names.isCertain(relation)) {
            String message = "\"" + relation.name().name() + "\" is a view";
            throw rejected(SqlState.WRONG_OBJECT_TYPE, message, create.table().span());
        }
        if (truncates && create.forEachRow()) {
            throw unsupported("TRUNCATE FOR EACH ROW triggers are not supported");
        }
        if (create.timing().equals("instead of")) {
            requireInsteadOf();
        }
        new TransitionTableRules(create, execution).require(relation);
    }

    private void requireInsteadOf() {
        if (!create.forEachRow()) {
            throw unsupported("INSTEAD OF triggers must be FOR EACH ROW");
        }
        if (create.when() != null) {
            throw unsupported("INSTEAD OF triggers cannot have WHEN conditions");
        }
        if (!create.columns().isEmpty()) {
            throw unsupported("INSTEAD OF triggers cannot have column lists");
        }
    }

    private Rejected unsupported(String message) {
        return rejected(SqlState.FEATURE_NOT_SUPPORTED, message, create.span());
    }

    /** A condition sees rows that there are. */
    void requireCondition(Relation relation) {
        if (create.when() == null) {
            return;
        }
        ExpressionReferences references = ExpressionReader.read(create.when());
        if (references.complete()) {
            references.columns().forEach(reference -> require(reference, relation));
        }
    }

    private void require(ColumnReference reference, Relation relation) {
        String row = reference.qualifier() == null ? "" : reference.qualifier().name();
        if (!row.equals("old") && !row.equals("new")) {
            return;
        }
        if (!create.forEachRow()) {
            throw inCondition("statement trigger's WHEN condition cannot reference column values", reference);
        }
        if (row.equals("old") && create.events().contains("insert")) {
            throw inCondition("INSERT trigger's WHEN condition cannot reference OLD values", reference);
        }
        if (row.equals("new") && create.events().contains("delete")) {
            throw inCondition("DELETE trigger's WHEN condition cannot reference NEW values", reference);
        }
        if (row.equals("new") && create.timing().equals("before") && relation instanceof Table table) {
            requireKnownBefore(reference, table);
        }
    }

    /** What PostgreSQL fills in only then. */
    private void requireKnownBefore(ColumnReference reference, Table table) {
        String name = reference.column().value();
        if (!reference.star() && TableExpressions.SYSTEM_COLUMNS.contains(name)) {
            String message = "BEFORE trigger's WHEN condition cannot reference NEW system columns";
            throw rejected(SqlState.FEATURE_NOT_SUPPORTED, message, reference.span());
        }
        boolean generated = table.columns().stream()
                .filter(column -> column.generated() == Column.Generated.STORED)
                .anyMatch(column -> reference.star() || column.name().equals(name));
        if (generated) {
            throw inCondition("BEFORE trigger's WHEN condition cannot reference NEW generated columns", reference);
        }
    }

    private Rejected inCondition(String message, ColumnReference reference) {
        return rejected(SqlState.INVALID_OBJECT_DEFINITION, message, reference.span());
    }

    /** Behind the columns themselves. */
    void requireDistinctColumns() {
        Lists.repeated(create.columns(), Name::value).ifPresent(column -> {
            String message = "column \"" + column.value() + "\" specified more than once";
            throw rejected(SqlState.DUPLICATE_COLUMN, message, column.span());
        });
    }

    private Rejected rejected(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }
}
