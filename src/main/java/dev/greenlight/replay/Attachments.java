package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TriggerStatement.CreateTrigger;
import java.util.List;
import java.util.Optional;

/** Finds, adds and replaces triggers, rules and policies on tables, and triggers and rules on views. */
final class Attachments {
    private final Execution execution;

    Attachments(Execution execution) {
        this.execution = execution;
    }

    static ObjectType objectType(Table.Attachment.Type type) {
        return switch (type) {
            case TRIGGER -> ObjectType.TRIGGER;
            case RULE -> ObjectType.RULE;
            case POLICY -> ObjectType.POLICY;
        };
    }

    static Optional<Table.Attachment.Type> attachmentType(ObjectType type) {
        return switch (type) {
            case TRIGGER -> Optional.of(Table.Attachment.Type.TRIGGER);
            case RULE -> Optional.of(Table.Attachment.Type.RULE);
            case POLICY -> Optional.of(Table.Attachment.Type.POLICY);
            default -> Optional.empty();
        };
    }

    static Optional<Table.Attachment> find(Relation relation, Table.Attachment.Type type, String name) {
        return relation.attachments().stream()
                .filter(attachment ->
                        attachment.type() == type && attachment.name().equals(name))
                .findFirst();
    }

    /** Empty where it may be there without the history showing it; fails with 42704 if there is none. */
    Optional<Table.Attachment> require(Relation relation, Table.Attachment.Type type, Name name) {
        Optional<Table.Attachment> found = find(relation, type, name.value());
        found.ifPresent(attachment -> execution.add(
                new Reference(objectType(type), relation.name(), null, name.span(), attachment.origin())));
        if (found.isEmpty() && !mayHave(relation, type, name.value())) {
            throw missing(relation, type, name);
        }
        return found;
    }

    /** Whether a relation may have one that the history does not show. */
    boolean mayHave(Relation relation, Table.Attachment.Type type, String name) {
        boolean known = relation instanceof Table table
                ? table.columnsKnown()
                : relation instanceof View && Names.isCertain(relation);
        return !known || execution.mayExist(objectType(type), name);
    }

    Rejected missing(Relation relation, Table.Attachment.Type type, Name name) {
        String message = words(relation, type, name) + " does not exist";
        return execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT,
                message,
                name.span(),
                new Missing(objectType(type), relation.name(), name.value()));
    }

    /** Fails with 42710 if there is one of its name. */
    void requireNew(Relation relation, Table.Attachment.Type type, Name name) {
        boolean certain =
                find(relation, type, name.value()).isPresent() && !execution.mayBeGone(objectType(type), name.value());
        if (certain) {
            String message = exists(relation, type, name) + " already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, name.span());
        }
    }

    private static String exists(Relation relation, Table.Attachment.Type type, Name name) {
        String of = type == Table.Attachment.Type.POLICY ? " for table " : " for relation ";
        return type.words() + " \"" + name.value() + "\"" + of + quoted(relation);
    }

    private static String words(Relation relation, Table.Attachment.Type type, Name name) {
        String of = type == Table.Attachment.Type.RULE ? " for relation " : " for table ";
        return type.words() + " \"" + name.value() + "\"" + of + quoted(relation);
    }

    private static String quoted(Relation relation) {
        return "\"" + relation.name().name() + "\"";
    }

    void replace(Relation relation, Table.Attachment old, Table.Attachment changed) {
        set(relation, Lists.replace(relation.attachments(), old, changed), execution);
    }

    /** Before 15 what partitions have of it keeps its name. */
    void rename(Relation relation, Table.Attachment old, String name) {
        replace(relation, old, old.withName(name));
        if (execution.version().isAtLeast(15)) {
            for (Table partition : partitions(relation, old)) {
                ofParent(partition, old).ifPresent(own -> rename(partition, own, name));
            }
        }
    }

    private static Optional<Table.Attachment> ofParent(Table partition, Table.Attachment attachment) {
        return partition.attachments().stream()
                .filter(own -> own.isOf(attachment))
                .findFirst();
    }

    /** Adds it, in the place of the one of its name if there is one. */
    void put(Relation relation, Table.Attachment attachment, Span span, Optional<Relation> referenced) {
        boolean replaced = find(relation, attachment.type(), attachment.name()).isPresent();
        execution.add(
                new ObjectOperation.CreateAttachment(relation, attachment, replaced, referenced.orElse(null), span));
        put(relation, attachment);
    }

    /** As {@link #put}, for a trigger, which partitions get too. */
    void putTrigger(Relation relation, Table.Attachment trigger, CreateTrigger create, Optional<Relation> referenced) {
        put(relation, trigger, create.span(), referenced);
        partitions(relation, trigger)
                .forEach(partition -> inherit(partition, trigger, create.orReplace(), create.span()));
    }

    private void put(Relation relation, Table.Attachment attachment) {
        set(relation, Lists.plus(without(relation, attachment.type(), attachment.name()), attachment), execution);
    }

    /** Those that have the relation's trigger with it (manual CREATE TRIGGER, Description). */
    private List<Table> partitions(Relation relation, Table.Attachment attachment) {
        boolean passedOn = attachment.type() == Table.Attachment.Type.TRIGGER
                && attachment.forEachRow()
                && relation instanceof Table table
                && table.kind() == Table.Kind.PARTITIONED;
        return passedOn ? execution.catalog().childrenOf(relation.oid()).toList() : List.of();
    }

    /** What a partition has itself of this name is in the way, or is replaced. */
    private void inherit(Table partition, Table.Attachment attachment, boolean orReplace, Span span) {
        Optional<Table.Attachment> own = find(partition, attachment.type(), attachment.name());
        if (!orReplace && own.filter(it -> !it.inherited()).isPresent()) {
            requireNew(partition, attachment.type(), new Name(attachment.name(), span));
        }
        put(partition, attachment.asInherited());
        partitions(partition, attachment).forEach(below -> inherit(below, attachment, orReplace, span));
    }

    /** Gives a partition what it has of its parent, and what is below it. */
    void inheritAll(Table partition, Table parent, Span span) {
        for (Table.Attachment attachment : execution.current(parent).attachments()) {
            if (partitions(parent, attachment).stream().anyMatch(other -> other.oid() == partition.oid())) {
                inherit(execution.current(partition), attachment, false, span);
            }
        }
    }

    /** Takes from a table that is no partition any more what it had as one, and from what is below it. */
    void disinherit(Table partition, Table parent) {
        for (Table.Attachment attachment : parent.attachments()) {
            remove(partition, attachment);
        }
    }

    private void remove(Table partition, Table.Attachment attachment) {
        ofParent(partition, attachment).ifPresent(own -> {
            partitions(partition, own).forEach(below -> remove(below, own));
            Table current = execution.current(partition);
            set(current, without(current, own.type(), own.name()), execution);
        });
    }

    static List<Table.Attachment> without(Relation relation, Table.Attachment.Type type, String name) {
        return relation.attachments().stream()
                .filter(other -> other.type() != type || !other.name().equals(name))
                .toList();
    }

    static void set(Relation relation, List<Table.Attachment> attachments, Execution execution) {
        switch (relation) {
            case Table table ->
                execution.put(table.copy().attachments(attachments).build());
            case View view -> execution.put(view.withAttachments(attachments));
            case Index ignored -> {}
            case Sequence ignored -> {}
        }
    }
}
