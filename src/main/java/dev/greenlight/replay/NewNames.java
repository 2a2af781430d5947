package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;
import java.util.Optional;

/**
 * Whether the name of something new is free. Relations share their names among themselves, and tables and views share
 * theirs with types, because each has a row type (manual CREATE TABLE, CREATE TYPE). What is only assumed gives way.
 */
final class NewNames {
    private final Execution execution;

    NewNames(Execution execution) {
        this.execution = execution;
    }

    /** Fails with 42P07 if a relation has the name. */
    void requireRelation(QualifiedName name, Span span) {
        Optional<Relation> occupant = execution.names().occupant(name);
        if (occupant.isPresent()) {
            throw relationExists(name, span);
        }
    }

    Rejected relationExists(QualifiedName name, Span span) {
        return execution.reject(SqlState.DUPLICATE_TABLE, "relation \"" + name.name() + "\" already exists", span);
    }

    /** Fails with 42P07 if a relation has the name, with 42710 if a type has it. */
    void requireRelationWithRows(QualifiedName name, Span span) {
        requireRelation(name, span);
        requireNoType(name, span);
    }

    /** Fails with 42710 if a type has the name, or a table or view and so its row type. */
    void requireType(QualifiedName name, Span span) {
        requireNoType(name, span);
        boolean rows = execution
                .names()
                .occupant(name)
                .filter(relation -> relation instanceof Table || relation instanceof View)
                .isPresent();
        if (rows) {
            throw typeExists(name, span);
        }
    }

    /** A composite type is kept as a relation too, so that it shares names with indexes and sequences as well. */
    void requireComposite(QualifiedName name, Span span) {
        requireType(name, span);
        requireRelation(name, span);
    }

    private void requireNoType(QualifiedName name, Span span) {
        Optional<Type> type = execution.catalog().type(name);
        if (type.isPresent() && type.get().origin() != null && !execution.mayBeGone(ObjectType.TYPE, name.name())) {
            throw typeExists(name, span);
        }
        type.ifPresent(assumed -> execution.change(catalog -> catalog.withoutType(name)));
    }

    private Rejected typeExists(QualifiedName name, Span span) {
        return execution.reject(SqlState.DUPLICATE_OBJECT, "type \"" + name.name() + "\" already exists", span);
    }
}
