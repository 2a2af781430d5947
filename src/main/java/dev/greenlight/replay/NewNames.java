package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
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
    /** With the name's schema and a dot. */
    private static final int SHELL_TOKENS = 5;

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

    /** Fails with 42710 if a type has the name, or a table or view and so its row type; sequences had one before 14. */
    void requireType(QualifiedName name, Span span) {
        requireNoType(name, span);
        boolean rows = execution
                .names()
                .occupant(name)
                .filter(relation -> relation instanceof Table
                        || relation instanceof View
                        || relation instanceof Sequence && !execution.version().isAtLeast(14))
                .isPresent();
        if (rows) {
            throw typeExists(name, span);
        }
    }

    /** A shell does not replace a shell. */
    void requireNewShell(QualifiedName name, Span span) {
        requireType(name, span);
        if (execution.catalog().type(name).isPresent()) {
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
        if (type.filter(this::isCertain).isPresent()) {
            throw typeExists(name, span);
        }
        type.filter(assumed -> assumed.origin() == null)
                .ifPresent(assumed -> execution.change(catalog -> catalog.withoutType(name)));
    }

    /** A shell is there to be replaced (manual CREATE TYPE); it was made by {@code CREATE TYPE name} alone. */
    private boolean isCertain(Type type) {
        Origin origin = type.origin();
        if (origin == null || execution.mayBeGone(ObjectType.TYPE, type.name().name())) {
            return false;
        }
        return !(type instanceof Type.Other)
                || DoubtReader.significant(origin.file().text(origin.span())).size() > SHELL_TOKENS;
    }

    private Rejected typeExists(QualifiedName name, Span span) {
        return execution.reject(SqlState.DUPLICATE_OBJECT, "type \"" + name.name() + "\" already exists", span);
    }
}
