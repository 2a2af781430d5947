package dev.greenlight.graph;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Events} of operations on what is neither table nor part of one. */
final class ObjectEvents {
    private ObjectEvents() {}

    static List<Event> of(ObjectOperation operation) {
        Span span = operation.span();
        return switch (operation) {
            case ObjectOperation.CreateView create ->
                List.of(Event.made(Made.Kind.RELATION, create.view().name(), null, span));
            case ObjectOperation.DropView drop -> List.of(Events.gone(drop.view(), span));
            case ObjectOperation.RefreshMaterializedView refresh -> List.of(Events.changed(refresh.view(), span));
            case ObjectOperation.CreateSequence create ->
                List.of(Event.made(Made.Kind.RELATION, create.sequence().name(), null, span));
            case ObjectOperation.ChangeSequence change -> List.of(Events.changed(change.sequence(), span));
            case ObjectOperation.DropSequence drop -> List.of(Events.gone(drop.sequence(), span));
            case ObjectOperation.CreateRoutine create ->
                List.of(routine(Event.Sort.MADE, create.routine().name(), span));
            case ObjectOperation.RenameRoutine rename ->
                List.of(Event.renamed(Made.Kind.ROUTINE, rename.routine().name(), rename.newName(), span));
            case ObjectOperation.DropRoutine drop ->
                List.of(routine(Event.Sort.GONE, drop.routine().name(), span));
            case ObjectOperation.CreateAttachment create ->
                List.of(attachment(Event.Sort.MADE, create.relation(), create.attachment(), span));
            case ObjectOperation.ChangeAttachment change ->
                List.of(attachment(Event.Sort.CHANGED, change.relation(), change.attachment(), span));
            case ObjectOperation.DropAttachment drop ->
                List.of(attachment(Event.Sort.GONE, drop.relation(), drop.attachment(), span));
            case ObjectOperation.CreateSchema create ->
                List.of(Event.made(Made.Kind.SCHEMA, Events.nameOf(create.schema()), null, span));
            case ObjectOperation.DropSchema drop ->
                List.of(Event.gone(Made.Kind.SCHEMA, Events.nameOf(drop.schema()), null, span));
            case ObjectOperation.RenameSchema rename ->
                List.of(Event.renamed(
                        Made.Kind.SCHEMA, Events.nameOf(rename.schema()), Events.bare(rename.newName()), span));
            case ObjectOperation.CreateExtension create ->
                List.of(Event.made(Made.Kind.EXTENSION, Events.bare(create.name()), null, span));
            case ObjectOperation.DropExtension drop ->
                List.of(Event.gone(Made.Kind.EXTENSION, Events.bare(drop.name()), null, span));
            case ObjectOperation.CreateType create ->
                List.of(type(Event.Sort.MADE, create.type().name(), null, span));
            case ObjectOperation.DropType drop ->
                List.of(type(Event.Sort.GONE, drop.type().name(), null, span));
            case ObjectOperation.RenameType rename ->
                List.of(Event.renamed(Made.Kind.TYPE, rename.type().name(), rename.newName(), span));
            case ObjectOperation.AddEnumValue add ->
                List.of(type(Event.Sort.MADE, add.type().name(), add.label(), span));
            case ObjectOperation.RenameEnumValue rename -> List.of(renamedLabel(rename));
            case ObjectOperation.ChangeDomain change ->
                List.of(type(Event.Sort.CHANGED, change.type().name(), null, span));
            case ObjectOperation.ChangeComposite change ->
                List.of(type(Event.Sort.CHANGED, change.type().name(), null, span));
            case ObjectOperation.Describe ignored -> List.of();
        };
    }

    private static Event type(Event.Sort sort, QualifiedName name, @Nullable String label, Span span) {
        return new Event(sort, Made.Kind.TYPE, name, label, null, span);
    }

    private static Event renamedLabel(ObjectOperation.RenameEnumValue rename) {
        QualifiedName type = rename.type().name();
        return new Event(
                Event.Sort.RENAMED,
                Made.Kind.TYPE,
                type,
                rename.label(),
                new Event.NewName(type, rename.newLabel()),
                rename.span());
    }

    private static Event routine(Event.Sort sort, QualifiedName name, Span span) {
        return new Event(sort, Made.Kind.ROUTINE, name, null, null, span);
    }

    private static Event attachment(Event.Sort sort, Relation relation, Table.Attachment attachment, Span span) {
        return new Event(sort, Made.Kind.OTHER, relation.name(), attachment.name(), null, span);
    }
}
