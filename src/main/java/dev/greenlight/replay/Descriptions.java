package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements that say something about an object which the catalog does not model: comments, owners, privileges.
 * What matters is that the object is there.
 */
final class Descriptions {
    private final Execution execution;

    Descriptions(Execution execution) {
        this.execution = execution;
    }

    void apply(ObjectStatement.CommentOn comment) {
        ObjectName name = comment.name();
        describe(comment, object(comment.type(), name, comment.on(), comment.parameters()));
    }

    void apply(ObjectStatement.ChangeOwner change) {
        describe(change, object(change.type(), change.name(), null, change.parameters()));
        new Roles(execution).own(change);
    }

    void apply(ObjectStatement.DependsOnExtension depends) {
        List<Relation> relations = object(depends.type(), depends.name(), depends.on(), depends.parameters());
        new ExtensionReplay(execution).require(depends.extension());
        describe(depends, relations);
    }

    void describe(Statement statement, List<Relation> relations) {
        describe(statement, relations, statement.span());
    }

    void describe(Statement statement, List<Relation> relations, Span span) {
        execution.add(new ObjectOperation.Describe(statement, relations, span));
    }

    /** Fails where the object is certainly missing; the relations that it is or belongs to. */
    List<Relation> object(
            ObjectType type,
            ObjectName name,
            @Nullable ObjectName on,
            @Nullable List<RoutineStatement.Parameter> parameters) {
        return switch (type) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> List.of(relation(type, name));
            case COLUMN -> column(name);
            case CONSTRAINT -> constraint(name, on);
            case TRIGGER, RULE, POLICY -> attachment(type, name, on);
            default -> {
                requireOther(type, name, on, parameters);
                yield List.of();
            }
        };
    }

    /** What is and belongs to no relation. */
    private void requireOther(
            ObjectType type,
            ObjectName name,
            @Nullable ObjectName on,
            @Nullable List<RoutineStatement.Parameter> parameters) {
        Name last = name.parts().getLast();
        switch (type) {
            case TYPE, DOMAIN -> new TypeObjects(execution).require(name);
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                new Routines(execution).require(type, name, parameters, name.span());
            case SCHEMA -> execution.names().schemas().require(last);
            case EXTENSION -> new ExtensionReplay(execution).require(last);
            case DOMAIN_CONSTRAINT -> {
                if (on != null) {
                    new DomainReplay(execution).requireConstraint(on, last);
                }
            }
            default ->
                NamedObjects.kind(type)
                        .filter(kind -> kind != NamedObject.Kind.USER_MAPPING)
                        .ifPresent(
                                kind -> new NamedObjects(execution).require(kind, name, on == null ? null : on.name()));
        }
    }

    Relation relation(ObjectType type, ObjectName name) {
        Relation relation = execution.names().relation(name, type);
        RelationKinds.require(relation, type, name.span(), execution);
        return relation;
    }

    /** The column's name is the last part. */
    private List<Relation> column(ObjectName name) {
        List<Name> parts = name.parts();
        if (parts.size() < 2) {
            return List.of();
        }
        ObjectName relationName = new ObjectName(parts.subList(0, parts.size() - 1));
        if (isComposite(relationName)) {
            return List.of();
        }
        Relation relation = execution.names().relation(relationName, ObjectType.TABLE);
        requireColumn(relation, parts.getLast());
        return List.of(relation);
    }

    private boolean isComposite(ObjectName name) {
        return execution.names().schemas().candidates(name).stream()
                .flatMap(candidate -> execution.catalog().type(candidate).stream())
                .anyMatch(Type.Composite.class::isInstance);
    }

    /** Of a table or view. */
    void requireColumn(Relation relation, Name column) {
        if (relation instanceof Table table && !TableExpressions.SYSTEM_COLUMNS.contains(column.value())) {
            execution.names().column(table, column);
        }
        if (relation instanceof View view && view.columns() != null) {
            boolean there =
                    view.columns().contains(column.value()) || execution.mayExist(ObjectType.COLUMN, column.value());
            if (!there) {
                throw missing(view, column);
            }
        }
    }

    private Rejected missing(View view, Name column) {
        String message =
                "column \"" + column.value() + "\" of relation \"" + view.name().name() + "\" does not exist";
        return execution.rejectMissing(
                SqlState.UNDEFINED_COLUMN,
                message,
                column.span(),
                new Missing(Names.typeOf(view), view.name(), column.value()));
    }

    /** PostgreSQL 18 keeps NOT NULL as constraints with names too, which the catalog does not. */
    private boolean mayNameNotNull(Table table) {
        return execution.version().isAtLeast(18) && table.columns().stream().anyMatch(Column::notNull);
    }

    private List<Relation> constraint(ObjectName name, @Nullable ObjectName on) {
        if (on == null) {
            return List.of();
        }
        Relation relation = execution.names().relation(on, ObjectType.TABLE);
        if (relation instanceof Table table
                && table.constraint(name.name()).isEmpty()
                && !execution.names().mayHave(table, name.name())
                && !mayNameNotNull(table)) {
            String message = "constraint \"" + name.name() + "\" for table \""
                    + table.name().name() + "\" does not exist";
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_OBJECT,
                    message,
                    name.span(),
                    new Missing(Names.typeOf(table), table.name(), name.name()));
        }
        return List.of(relation);
    }

    private List<Relation> attachment(ObjectType type, ObjectName name, @Nullable ObjectName on) {
        if (on == null) {
            return List.of();
        }
        Relation relation = execution.names().relation(on, ObjectType.TABLE);
        Optional<Table.Attachment.Type> kind = Attachments.attachmentType(type);
        kind.ifPresent(it ->
                new Attachments(execution).require(relation, it, name.parts().getLast()));
        return List.of(relation);
    }
}
