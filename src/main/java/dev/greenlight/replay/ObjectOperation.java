package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TypeStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on what is neither table nor part of one. */
public sealed interface ObjectOperation extends Operation {
    /**
     * @param replaced the view that CREATE OR REPLACE found
     * @param filled whether it is a materialized view and made with rows in it
     */
    record CreateView(View view, @Nullable View replaced, boolean filled, Span span) implements ObjectOperation {}

    record DropView(View view, boolean cascaded, Span span) implements ObjectOperation {}

    /** Not {@code filled}: it is emptied. */
    record RefreshMaterializedView(View view, boolean concurrently, boolean filled, Span span)
            implements ObjectOperation {}

    record CreateSequence(Sequence sequence, Span span) implements ObjectOperation {}

    record ChangeSequence(Sequence sequence, Span span) implements ObjectOperation {}

    record DropSequence(Sequence sequence, boolean cascaded, Span span) implements ObjectOperation {}

    record CreateType(Type type, Span span) implements ObjectOperation {}

    record DropType(Type type, boolean cascaded, Span span) implements ObjectOperation {}

    /** A new name or schema. */
    record RenameType(Type type, QualifiedName newName, Span span) implements ObjectOperation {}

    record AddEnumValue(Type.Enum type, String label, Span span) implements ObjectOperation {}

    record RenameEnumValue(Type.Enum type, String label, String newLabel, Span span) implements ObjectOperation {}

    /** {@code users} are the tables with a column of the domain, which a validated constraint scans. */
    record ChangeDomain(Type.Domain type, TypeStatement.DomainAction action, List<Table> users, Span span)
            implements ObjectOperation {}

    /** {@code users} are the tables with a column of the type. */
    record ChangeComposite(Type.Composite type, List<Table> users, Span span) implements ObjectOperation {}

    /** {@code replaced} is the routine that CREATE OR REPLACE found. */
    record CreateRoutine(Routine routine, @Nullable Routine replaced, RoutineCode code, Span span)
            implements ObjectOperation {}

    /** A new name or schema. */
    record RenameRoutine(Routine routine, QualifiedName newName, Span span) implements ObjectOperation {}

    record DropRoutine(Routine routine, boolean cascaded, Span span) implements ObjectOperation {}

    /** {@code relation} is a table or, for INSTEAD OF triggers and rules, a view. */
    record CreateAttachment(
            Relation relation,
            Table.Attachment attachment,
            boolean replaced,
            @Nullable Relation referenced,
            Span span) implements ObjectOperation {}

    record ChangeAttachment(Relation relation, Table.Attachment attachment, Span span) implements ObjectOperation {}

    record DropAttachment(Relation relation, Table.Attachment attachment, boolean cascaded, Span span)
            implements ObjectOperation {}

    record CreateSchema(Schema schema, Span span) implements ObjectOperation {}

    record DropSchema(Schema schema, boolean cascaded, Span span) implements ObjectOperation {}

    record RenameSchema(Schema schema, String newName, Span span) implements ObjectOperation {}

    record CreateExtension(String name, Span span) implements ObjectOperation {}

    record DropExtension(String name, Span span) implements ObjectOperation {}

    /**
     * A statement that changes the catalog in a way that is not modelled: comments, privileges, publications, roles,
     * statistics, owners; {@code relations} are those that it names.
     */
    record Describe(Statement statement, List<Relation> relations, Span span) implements ObjectOperation {}
}
