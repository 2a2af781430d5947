package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds, adds and replaces triggers, rules and policies on tables. Those of views are not kept. */
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
        return relation instanceof Table table
                ? table.attachments().stream()
                        .filter(attachment ->
                                attachment.type() == type && attachment.name().equals(name))
                        .findFirst()
                : Optional.empty();
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

    /** Whether a relation may have one that the history does not show; a partition has its parents' triggers. */
    boolean mayHave(Relation relation, Table.Attachment.Type type, String name) {
        return !(relation instanceof Table table)
                || !table.columnsKnown()
                || table.partition()
                || execution.mayExist(objectType(type), name);
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
        if (relation instanceof Table table) {
            execution.put(table.copy()
                    .attachments(table.attachments().stream()
                            .map(other -> other == old ? changed : other)
                            .toList())
                    .build());
        }
    }

    /** Adds it, in the place of the one of its name if there is one. */
    void put(Relation relation, Table.Attachment attachment, Span span, Optional<Relation> referenced) {
        boolean replaced = find(relation, attachment.type(), attachment.name()).isPresent();
        execution.add(
                new ObjectOperation.CreateAttachment(relation, attachment, replaced, referenced.orElse(null), span));
        if (relation instanceof Table table) {
            List<Table.Attachment> attachments = new ArrayList<>(table.attachments());
            attachments.removeIf(
                    other -> other.type() == attachment.type() && other.name().equals(attachment.name()));
            attachments.add(attachment);
            execution.put(table.copy().attachments(attachments).build());
        }
    }
}
