package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableBuilder;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the names in a statement stand for, and keeps each as a {@link Reference}. The only place in which names
 * are resolved.
 *
 * <p>What is not there is one of three: assumed, because the premises or a statement that could not be followed allow
 * it; or empty, where the caller asked whether it is there; or the end of the statement. Something assumed has no
 * origin, and nothing fails on account of it.
 */
final class Names {
    private final Execution execution;
    private final Schemas schemas;
    private final TypeNames types;

    Names(Execution execution) {
        this.execution = execution;
        this.schemas = new Schemas(execution);
        this.types = new TypeNames(execution, schemas);
    }

    Schemas schemas() {
        return schemas;
    }

    /** The type that a name stands for; fails with 42704 if there is none. */
    DataType type(TypeName name) {
        return types.resolve(name);
    }

    /** The type of this name, as {@code CREATE TABLE … OF} has it. */
    DataType type(ObjectName name) {
        return types.resolve(new TypeName(name, List.of(), 0, false, false, name.span()));
    }

    /** Whether it is a catalog or view of the system's own, which no migration changes. */
    boolean isSystem(ObjectName name) {
        if (name.schema().isPresent()) {
            return Schemas.isSystem(name.schema().get());
        }
        return system(name).isPresent()
                || name.name().startsWith("pg_") && find(name).isEmpty();
    }

    /** The system's own relation that a name stands for, where the server's version has it. */
    Optional<SystemRelation> system(ObjectName name) {
        return systemName(name).flatMap(found -> SystemRelations.find(found, execution.version()));
    }

    /** A name that only other versions have something of. */
    boolean isOfOtherVersion(ObjectName name) {
        return systemName(name).isPresent()
                && system(name).isEmpty()
                && find(name).isEmpty();
    }

    private Optional<QualifiedName> systemName(ObjectName name) {
        for (QualifiedName candidate : schemas.candidates(name)) {
            if (SystemRelations.exists(candidate)) {
                return Optional.of(candidate);
            }
            if (execution.catalog().relation(candidate).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What a name stands for, if anything; nothing is kept or assumed. */
    Optional<Relation> find(ObjectName name) {
        for (QualifiedName candidate : schemas.candidates(name)) {
            Optional<Relation> found = execution.catalog().relation(candidate);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The relation that a name stands for; fails with 42P01, or 3F000 where its schema is missing.
     *
     * @param type what it is expected to be, and taken for where it is only assumed
     */
    Relation relation(ObjectName name, ObjectType type) {
        Optional<Relation> found = lookUp(name, type);
        if (found.isPresent()) {
            return found.get();
        }
        if (name.schema().isPresent()) {
            schemas.require(name.parts().get(name.parts().size() - 2));
        }
        throw missing(name, type);
    }

    /** As {@link #relation} in a query, which says 42P01 where the schema is missing too. */
    Relation queried(ObjectName name) {
        return lookUp(name, ObjectType.TABLE).orElseThrow(() -> missing(name, ObjectType.TABLE));
    }

    /** As {@link #relation}, behind IF EXISTS: empty where PostgreSQL would give a notice. */
    Optional<Relation> relationIfExists(ObjectName name, ObjectType type) {
        return lookUp(name, type);
    }

    /**
     * As {@link #relationIfExists}, where a drop or a new name frees the name. In an open history it was there from
     * before, even where the history makes something of that name later: that is why it frees it.
     */
    Optional<Relation> freed(ObjectName name, ObjectType type) {
        Optional<Relation> found = lookUp(name, type);
        if (found.isPresent() || !execution.premises().isOpen()) {
            return found;
        }
        QualifiedName likely = schemas.likely(name);
        schemas.exists(likely.schema());
        execution.premises().noteRelation(likely);
        return Optional.of(assume(likely, type));
    }

    /** 42P01 in the words that most statements use; 42809 for a composite type, which is kept like a table. */
    Rejected missing(ObjectName name, ObjectType type) {
        boolean composite = schemas.candidates(name).stream()
                .flatMap(candidate -> execution.catalog().type(candidate).stream())
                .anyMatch(Type.Composite.class::isInstance);
        if (composite) {
            String message = "\"" + name.name() + "\" is a composite type";
            return execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
        }
        execution.add(new Reference(type, schemas.likely(name), null, name.span(), null));
        return execution.rejectMissing(
                SqlState.UNDEFINED_TABLE,
                "relation \"" + name + "\" does not exist",
                name.span(),
                new Missing(type, schemas.likely(name), null));
    }

    private Optional<Relation> lookUp(ObjectName name, ObjectType type) {
        Optional<Relation> found = find(name).or(() -> assume(name, type));
        found.ifPresent(relation -> keep(relation, name.span()));
        return found;
    }

    private void keep(Relation relation, Span span) {
        execution.add(new Reference(typeOf(relation), relation.name(), null, span, relation.origin()));
    }

    /** The object type that a relation is. */
    static ObjectType typeOf(Relation relation) {
        return switch (relation) {
            case Table table -> table.kind() == Table.Kind.FOREIGN ? ObjectType.FOREIGN_TABLE : ObjectType.TABLE;
            case View view -> view.materialized() ? ObjectType.MATERIALIZED_VIEW : ObjectType.VIEW;
            case Index index -> ObjectType.INDEX;
            case Sequence sequence -> ObjectType.SEQUENCE;
        };
    }

    private Optional<Relation> assume(ObjectName name, ObjectType type) {
        boolean doubtful = execution.mayExist(type, name.name());
        if (!doubtful && !execution.premises().assumes(name.schema().isPresent(), schemas.candidates(name))) {
            return Optional.empty();
        }
        QualifiedName likely = schemas.likely(name);
        schemas.exists(likely.schema());
        if (!doubtful) {
            execution.premises().noteRelation(likely);
        }
        return Optional.of(assume(likely, type));
    }

    /** Puts something into the catalog of which nothing is known but its name. */
    Relation assume(QualifiedName name, ObjectType type) {
        Relation assumed = assumed(execution.nextOid(), name, type);
        execution.put(assumed);
        return assumed;
    }

    private static Relation assumed(long oid, QualifiedName name, ObjectType type) {
        return switch (type) {
            case INDEX ->
                new Index(
                        oid,
                        name,
                        0,
                        0,
                        false,
                        "btree",
                        List.of(),
                        List.of(),
                        Needs.NOTHING,
                        Index.Clauses.NONE,
                        false,
                        false,
                        true,
                        false,
                        null);
            case VIEW, MATERIALIZED_VIEW -> View.unknown(oid, name, type == ObjectType.MATERIALIZED_VIEW, null);
            case SEQUENCE -> new Sequence(oid, name, 0, 0, false, null, null);
            default -> new TableBuilder(oid, name, null).columnsKnown(false).build();
        };
    }

    /** Whether it certainly is there and is what it is taken for: nobody made what is only assumed. */
    static boolean isCertain(Relation relation) {
        return relation.origin() != null;
    }

    /**
     * What stands in the way of a new relation of this name. Something that is only assumed, or that a statement which
     * could not be followed may have dropped, does not: it goes, so that the new one can take its name.
     */
    Optional<Relation> occupant(QualifiedName name) {
        Optional<Relation> there = execution.catalog().relation(name);
        if (there.isPresent() && !isCertainlyThere(there.get())) {
            execution.remove(there.get());
            return Optional.empty();
        }
        return there;
    }

    private boolean isCertainlyThere(Relation relation) {
        return isCertain(relation)
                && !execution.mayBeGone(typeOf(relation), relation.name().name());
    }

    /**
     * A column of a table, for an action on it: {@code column "c" of relation "t" does not exist}. Empty where the
     * table may have it without the history showing it.
     */
    Optional<Column> column(Table table, Name column) {
        String words = "column \"" + column.value() + "\" of relation \""
                + table.name().name() + "\" does not exist";
        return column(table, column, words);
    }

    /** As {@link #column(Table, Name)}, with the words of the message if there is no such column. */
    Optional<Column> column(Table table, Name column, String missing) {
        Optional<Column> found = table.column(column.value());
        if (found.isEmpty() && mayHave(table, column.value())) {
            return Optional.empty();
        }
        Column there = found.orElseThrow(() -> missingColumn(table, column, missing));
        execution.add(new Reference(typeOf(table), table.name(), column.value(), column.span(), there.origin()));
        return Optional.of(there);
    }

    /** Whether a table may have a column, constraint or other part that the history does not show. */
    boolean mayHave(Table table, String part) {
        return !table.columnsKnown()
                || execution.mayExist(ObjectType.COLUMN, part)
                || execution.mayExist(ObjectType.CONSTRAINT, part);
    }

    Rejected missingColumn(Table table, Name column, String message) {
        execution.add(new Reference(typeOf(table), table.name(), column.value(), column.span(), null));
        return execution.rejectMissing(
                SqlState.UNDEFINED_COLUMN,
                message,
                column.span(),
                new Missing(typeOf(table), table.name(), column.value()));
    }
}
