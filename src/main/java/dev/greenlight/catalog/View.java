package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param columns its columns' names; null where they are unknown
 * @param needs what its query names
 * @param attachments its triggers and rules, but for the rule that makes it a view
 * @param complete whether {@code needs} is known to hold all
 */
public record View(
        long oid,
        QualifiedName name,
        boolean materialized,
        @Nullable List<String> columns,
        Needs needs,
        boolean complete,
        List<Table.Attachment> attachments,
        @Nullable Origin origin)
        implements Relation {
    public View {
        columns = columns == null ? null : List.copyOf(columns);
        attachments = List.copyOf(attachments);
    }

    @Override
    public View withName(QualifiedName newName) {
        return new View(oid, newName, materialized, columns, needs, complete, attachments, origin);
    }

    public View withAttachments(List<Table.Attachment> newAttachments) {
        return new View(oid, name, materialized, columns, needs, complete, newAttachments, origin);
    }

    @Override
    public String kindWords() {
        return materialized ? "materialized view" : "view";
    }
}
