package dev.greenlight.graph;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.stream.Stream;

/** Says of each operation which objects came, went or changed by it: a table of answers, as for effects. */
public final class Events {
    private Events() {}

    public static Stream<Event> of(Step step) {
        return step.operations().stream().flatMap(operation -> of(operation).stream());
    }

    static List<Event> of(Operation operation) {
        return switch (operation) {
            case TableOperation table -> of(table);
            case ColumnOperation column -> List.of(of(column));
            case ConstraintOperation constraint -> List.of(of(constraint));
            case IndexOperation index -> of(index);
            case ObjectOperation object -> ObjectEvents.of(object);
            case DataOperation ignored -> List.of();
        };
    }

    private static List<Event> of(TableOperation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> created(create);
            case TableOperation.DropTable drop -> List.of(gone(drop.table(), drop.span()));
            case TableOperation.RenameRelation rename ->
                List.of(Event.renamed(Made.Kind.RELATION, rename.relation().name(), rename.newName(), rename.span()));
            case TableOperation.Truncate truncate -> List.of(changed(truncate.table(), truncate.span()));
            case TableOperation.ChangeTable change -> List.of(changed(change.relation(), change.span()));
            case TableOperation.Inherit inherit -> List.of(changed(inherit.child(), inherit.span()));
            case TableOperation.AttachPartition attach ->
                List.of(changed(attach.parent(), attach.span()), changed(attach.partition(), attach.span()));
            case TableOperation.DetachPartition detach ->
                List.of(changed(detach.parent(), detach.span()), changed(detach.partition(), detach.span()));
            case TableOperation.LockRelation ignored -> List.of();
        };
    }

    private static List<Event> created(TableOperation.CreateTable create) {
        Table table = create.table();
        return Stream.concat(
                        Stream.of(Event.made(Made.Kind.RELATION, table.name(), null, create.span())),
                        table.columns().stream()
                                .map(column ->
                                        Event.made(Made.Kind.RELATION, table.name(), column.name(), create.span())))
                .toList();
    }

    private static Event of(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.AddColumn add ->
                Event.made(Made.Kind.RELATION, add.table().name(), add.column().name(), add.span());
            case ColumnOperation.DropColumn drop ->
                Event.gone(
                        Made.Kind.RELATION, drop.table().name(), drop.column().name(), drop.span());
            case ColumnOperation.RenameColumn rename ->
                Event.renamed(rename.relation().name(), rename.column(), rename.newName(), rename.span());
            case ColumnOperation.ChangeColumnType change ->
                changed(change.table(), change.column().name(), change.span());
            case ColumnOperation.ChangeDefault change ->
                changed(change.table(), change.column().name(), change.span());
            case ColumnOperation.SetNotNull set ->
                changed(set.table(), set.column().name(), set.span());
            case ColumnOperation.DropNotNull drop ->
                changed(drop.table(), drop.column().name(), drop.span());
            case ColumnOperation.ChangeIdentity change ->
                changed(change.table(), change.column().name(), change.span());
            case ColumnOperation.ChangeExpression change ->
                changed(change.table(), change.column().name(), change.span());
        };
    }

    private static Event of(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add ->
                Event.made(
                        Made.Kind.RELATION, add.table().name(), add.constraint().name(), add.span());
            case ConstraintOperation.DropConstraint drop ->
                Event.gone(
                        Made.Kind.RELATION,
                        drop.table().name(),
                        drop.constraint().name(),
                        drop.span());
            case ConstraintOperation.RenameConstraint rename ->
                Event.renamed(rename.table().name(), rename.constraint().name(), rename.newName(), rename.span());
            case ConstraintOperation.ValidateConstraint validate ->
                changed(validate.table(), validate.constraint().name(), validate.span());
            case ConstraintOperation.ChangeConstraint change ->
                changed(change.table(), change.constraint().name(), change.span());
        };
    }

    private static List<Event> of(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create ->
                List.of(Event.made(Made.Kind.RELATION, create.index().name(), null, create.span()));
            case IndexOperation.DropIndex drop -> List.of(gone(drop.index(), drop.span()));
            case IndexOperation.AttachIndex attach -> List.of(changed(attach.partition(), attach.span()));
            case IndexOperation.Reindex ignored -> List.of();
        };
    }

    static Event gone(Relation relation, Span span) {
        return Event.gone(Made.Kind.RELATION, relation.name(), null, span);
    }

    static Event changed(Relation relation, Span span) {
        return Event.changed(Made.Kind.RELATION, relation.name(), null, span);
    }

    private static Event changed(Table table, String part, Span span) {
        return Event.changed(Made.Kind.RELATION, table.name(), part, span);
    }

    /** Schemas and extensions are in no schema. */
    static QualifiedName nameOf(Schema schema) {
        return bare(schema.name());
    }

    static QualifiedName bare(String name) {
        return new QualifiedName("", name);
    }
}
