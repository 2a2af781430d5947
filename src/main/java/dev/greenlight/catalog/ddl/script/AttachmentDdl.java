package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Identifiers;
import java.util.Optional;

/** Statements that make triggers, rules and policies, as the history has written them. */
final class AttachmentDdl {
    private final Wordings wordings;

    AttachmentDdl(Wordings wordings) {
        this.wordings = wordings;
    }

    static String object(Relation relation, Table.Attachment attachment) {
        return attachment.type().words() + " " + Identifiers.quote(attachment.name()) + " on "
                + Identifiers.quote(relation.name());
    }

    Optional<Ddl> of(Relation relation, Table.Attachment attachment) {
        return wordings.statement(attachment.origin())
                .map(text -> Ddl.when(object(relation, attachment), missing(relation, attachment), text));
    }

    private static String missing(Relation relation, Table.Attachment attachment) {
        return switch (attachment.type()) {
            case TRIGGER -> Conditions.noTrigger(relation.name(), attachment.name());
            case RULE -> Conditions.noRule(relation.name(), attachment.name());
            case POLICY -> Conditions.noPolicy(relation.name(), attachment.name());
        };
    }
}
