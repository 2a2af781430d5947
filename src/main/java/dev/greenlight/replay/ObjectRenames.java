package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.Optional;

/** Runs RENAME and SET SCHEMA of what is no relation; what uses the object follows. */
final class ObjectRenames {
    private final Execution execution;

    ObjectRenames(Execution execution) {
        this.execution = execution;
    }

    void type(ObjectStatement.Rename rename) {
        Name newName = rename.newName();
        requireType(rename.name()).ifPresent(type -> {
            QualifiedName renamed = new QualifiedName(type.name().schema(), newName.value());
            new NewNames(execution).requireType(renamed, newName.span());
            type(type, renamed, rename.span());
        });
    }

    void type(ObjectStatement.SetSchema move) {
        requireType(move.name()).ifPresent(type -> {
            String schema = execution.names().schemas().require(move.schema()).name();
            QualifiedName moved = new QualifiedName(schema, type.name().name());
            boolean taken =
                    execution.catalog().type(moved).isPresent() && !execution.mayBeGone(ObjectType.TYPE, moved.name());
            if (taken && !schema.equals(type.name().schema())) {
                String message = "type \"" + moved.name() + "\" already exists in schema \"" + schema + "\"";
                throw execution.reject(
                        SqlState.DUPLICATE_OBJECT, message, move.name().span());
            }
            type(type, moved, move.span());
        });
    }

    /** A table's row type is renamed with the table only. */
    private Optional<Type> requireType(ObjectName name) {
        Optional<Type> type = new TypeObjects(execution).require(name);
        Optional<Relation> row =
                type.isPresent() ? Optional.empty() : execution.names().find(name);
        if (row.isPresent() && Names.isCertain(row.get())) {
            String message = name.name() + " is a table's row type";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
        }
        return type;
    }

    private void type(Type type, QualifiedName renamed, Span span) {
        execution.change(Renaming.ofType(type.name(), renamed));
        execution.add(new ObjectOperation.RenameType(type, renamed, span));
    }

    void attribute(ObjectStatement.RenameColumn rename) {
        Optional<Type> type = new TypeObjects(execution).require(rename.relation());
        if (type.isPresent() && type.get() instanceof Type.Composite composite) {
            new CompositeReplay(execution)
                    .rename(composite, rename.column(), rename.newName(), rename.behavior(), rename.span());
        }
    }

    void routine(ObjectStatement.Rename rename) {
        new Routines(execution)
                .require(
                        rename.type(),
                        rename.name(),
                        rename.parameters(),
                        rename.name().span())
                .ifPresent(routine -> routine(
                        routine,
                        new QualifiedName(
                                routine.name().schema(), rename.newName().value()),
                        rename.span()));
    }

    void routine(ObjectStatement.SetSchema move) {
        new Routines(execution)
                .require(
                        move.type(), move.name(), move.parameters(), move.name().span())
                .ifPresent(routine -> {
                    String schema =
                            execution.names().schemas().require(move.schema()).name();
                    routine(routine, new QualifiedName(schema, routine.name().name()), move.span());
                });
    }

    /** Where a name has several routines, only those that certainly mean this one follow it: triggers. */
    private void routine(Routine routine, QualifiedName renamed, Span span) {
        requireNew(routine, renamed, span);
        QualifiedName old = routine.name();
        boolean alone = execution.catalog().routines(old).size() == 1;
        if (alone) {
            execution.change(new Renaming(type -> type, name -> name.equals(old) ? renamed : name));
        } else {
            execution.change(catalog -> catalog.without(routine).with(routine.withName(renamed)));
        }
        execution.add(new ObjectOperation.RenameRoutine(routine, renamed, span));
    }

    private void requireNew(Routine routine, QualifiedName renamed, Span span) {
        boolean taken = execution.catalog().routines(renamed).stream()
                .anyMatch(other -> other.parameters().equals(routine.parameters()) && !renamed.equals(routine.name()));
        if (taken && !execution.mayBeGone(ObjectType.FUNCTION, renamed.name())) {
            String message = routine.kind() + " " + renamed.name() + Routines.words(routine.parameters())
                    + " already exists in schema \"" + renamed.schema() + "\"";
            throw execution.reject(SqlState.DUPLICATE_FUNCTION, message, span);
        }
    }

    /** Everything in a schema moves with its name. */
    void schema(ObjectStatement.Rename rename) {
        Name oldName = rename.name().parts().getLast();
        Schema schema = execution.names().schemas().require(oldName);
        String newName = rename.newName().value();
        Span newSpan = rename.newName().span();
        boolean taken =
                execution.catalog().schema(newName).isPresent() && !execution.mayBeGone(ObjectType.SCHEMA, newName);
        if (taken) {
            throw SchemaReplay.exists(newName, newSpan, execution);
        }
        SchemaReplay.requireAllowed(newName, newSpan, execution);
        execution.change(catalog -> moved(catalog, schema, newName));
        new Roles(execution).renameSchema(schema.name(), newName);
        execution.add(new ObjectOperation.RenameSchema(schema, newName, rename.span()));
    }

    private static Catalog moved(Catalog catalog, Schema schema, String newName) {
        String old = schema.name();
        Catalog result = new Renaming(name -> moved(name, old, newName), name -> moved(name, old, newName))
                .apply(catalog.withoutSchema(old).with(new Schema(newName, schema.origin())));
        for (Relation relation : catalog.relations()) {
            if (relation.name().schema().equals(old)) {
                Relation current = result.relation(relation.oid()).orElse(relation);
                result = result.with(current.withName(moved(relation.name(), old, newName)));
            }
        }
        for (String extension : catalog.extensions()) {
            if (catalog.extension(extension).equals(Optional.of(old))) {
                result = result.withExtension(extension, newName);
            }
        }
        return result;
    }

    private static QualifiedName moved(QualifiedName name, String old, String newName) {
        return name.schema().equals(old) ? new QualifiedName(newName, name.name()) : name;
    }

    void attachment(ObjectStatement.Rename rename) {
        if (rename.on() == null) {
            return;
        }
        Table.Attachment.Type type = Attachments.attachmentType(rename.type()).orElseThrow();
        Relation relation = execution.names().relation(rename.on(), ObjectType.TABLE);
        Attachments attachments = new Attachments(execution);
        if (isNewNameFirst(type)) {
            attachments.requireNew(relation, type, rename.newName());
        }
        Optional<Table.Attachment> found =
                attachments.require(relation, type, rename.name().parts().getLast());
        attachments.requireNew(relation, type, rename.newName());
        found.ifPresent(attachment -> {
            requireOwn(relation, attachment, rename);
            execution.add(new ObjectOperation.ChangeAttachment(relation, attachment, rename.span()));
            attachments.rename(relation, attachment, rename.newName().value());
        });
    }

    /** Which of the names is looked at before the other one ({@code rename_policy}, {@code renametrig}). */
    private boolean isNewNameFirst(Table.Attachment.Type type) {
        return switch (type) {
            case POLICY -> true;
            case TRIGGER -> !execution.version().isAtLeast(15);
            case RULE -> false;
        };
    }

    /** What a partition has of its parent is renamed with that, from PostgreSQL 15 on. */
    private void requireOwn(Relation relation, Table.Attachment attachment, ObjectStatement.Rename rename) {
        if (attachment.inherited() && execution.version().isAtLeast(15)) {
            String message = "cannot rename trigger \"" + attachment.name() + "\" on table \""
                    + relation.name().name() + "\"";
            // The servers before 18 have no better code for it.
            SqlState state =
                    execution.version().isAtLeast(18) ? SqlState.FEATURE_NOT_SUPPORTED : SqlState.INTERNAL_ERROR;
            throw execution.reject(state, message, rename.name().span());
        }
    }

    /** What the catalog keeps by its name alone. */
    void object(ObjectStatement.Rename rename) {
        NamedObjects objects = new NamedObjects(execution);
        String within = rename.on() == null ? null : rename.on().name();
        NamedObjects.kind(rename.type())
                .flatMap(kind -> objects.require(kind, rename.name(), within))
                .ifPresent(object -> objects.move(
                        object,
                        new QualifiedName(
                                object.name().schema(), rename.newName().value()),
                        rename.newName().span()));
    }

    void object(ObjectStatement.SetSchema move) {
        NamedObjects objects = new NamedObjects(execution);
        NamedObjects.kind(move.type())
                .flatMap(kind -> objects.require(kind, move.name(), null))
                .ifPresent(object -> {
                    String schema =
                            execution.names().schemas().require(move.schema()).name();
                    objects.move(
                            object,
                            new QualifiedName(schema, object.name().name()),
                            move.name().span());
                });
    }
}
