package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database in which linting goes on after a statement has failed. PostgreSQL would have stopped there; here the
 * statement counts as skipped, and what it touched becomes unknown, so that one mistake gives one finding.
 */
final class Aftermath {
    private final Execution execution;

    private Aftermath(Execution execution) {
        this.execution = execution;
    }

    /** After an error of its own. */
    static Database of(Execution failed, Database before, Statement statement, SqlError error) {
        Execution execution = failed.again(before);
        new Aftermath(execution).assume(error.missing());
        try {
            Dispatch.afterFailure(statement, execution);
        } catch (Rejected rejected) {
            return execution.database();
        }
        return execution.database();
    }

    /** After it was refused only because of the transaction block around it: what it means to do is clear. */
    static Database asIfAllowed(Execution refused, Database before, Statement statement, SqlError error) {
        Execution execution = refused.again(before);
        try {
            Dispatch.apply(statement, execution);
            return execution.database();
        } catch (Rejected rejected) {
            return of(refused, before, statement, error);
        }
    }

    private void assume(@Nullable Missing missing) {
        if (missing == null) {
            return;
        }
        if (missing.part() == null) {
            assumeObject(missing);
        } else {
            execution.catalog().relation(missing.name()).ifPresent(this::blur);
        }
    }

    private void assumeObject(Missing missing) {
        QualifiedName name = missing.name();
        switch (missing.type()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE -> assumeRelation(missing);
            case TYPE, DOMAIN -> {
                if (execution.catalog().type(name).isEmpty()) {
                    execution.change(catalog -> catalog.with(new Type.Other(name, null)));
                }
            }
            case SCHEMA -> execution.change(catalog -> catalog.with(new Schema(name.name(), null)));
            default -> {}
        }
    }

    private void assumeRelation(Missing missing) {
        Optional<Relation> there = execution.catalog().relation(missing.name());
        if (there.isEmpty()) {
            execution.names().assume(missing.name(), missing.type());
        }
    }

    /** From now on a relation may have more than is known of it. */
    private void blur(Relation relation) {
        blur(relation, execution);
    }

    static void blur(Relation relation, Execution execution) {
        switch (relation) {
            case Table table -> execution.put(table.copy().columnsKnown(false).build());
            case View view ->
                execution.put(view.withColumns(null, List.of()).withNeeds(view.needs(), false));
            default -> {}
        }
    }

    /** As {@link #blur(Relation, Execution)} for all of these. */
    static void blur(List<? extends Relation> relations, Execution execution) {
        relations.forEach(relation -> blur(relation, execution));
    }
}
