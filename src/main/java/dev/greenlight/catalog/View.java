package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param columns its columns' names; null where they are unknown
 * @param types theirs, one for each; unknown where that is not certain
 * @param needs what its query names
 * @param attachments its triggers and rules, but for the rule that makes it a view
 * @param complete whether {@code needs} is known to hold all
 */
public record View(
        long oid,
        QualifiedName name,
        boolean materialized,
        @Nullable List<String> columns,
        List<DataType> types,
        Needs needs,
        boolean complete,
        List<Table.Attachment> attachments,
        @Nullable Origin origin)
        implements Relation {
    public View {
        columns = columns == null ? null : List.copyOf(columns);
        types = List.copyOf(types);
        attachments = List.copyOf(attachments);
        if (types.size() != (columns == null ? 0 : columns.size())) {
            throw new IllegalArgumentException("a type for each column");
        }
    }

    /** One of which nothing is known but its name. */
    public static View unknown(long oid, QualifiedName name, boolean materialized, @Nullable Origin origin) {
        return new View(oid, name, materialized, null, List.of(), Needs.NOTHING, false, List.of(), origin);
    }

    /** The type of a column; unknown where there is no such. */
    public DataType type(String column) {
        int index = columns == null ? -1 : columns.indexOf(column);
        return index < 0 ? DataType.UNKNOWN : types.get(index);
    }

    public View withColumns(@Nullable List<String> newColumns, List<DataType> newTypes) {
        return new View(oid, name, materialized, newColumns, newTypes, needs, complete, attachments, origin);
    }

    public View withNeeds(Needs newNeeds, boolean nowComplete) {
        return new View(oid, name, materialized, columns, types, newNeeds, nowComplete, attachments, origin);
    }

    public View withAttachments(List<Table.Attachment> newAttachments) {
        return new View(oid, name, materialized, columns, types, needs, complete, newAttachments, origin);
    }

    @Override
    public View withName(QualifiedName newName) {
        return new View(oid, newName, materialized, columns, types, needs, complete, attachments, origin);
    }

    @Override
    public String kindWords() {
        return materialized ? "materialized view" : "view";
    }
}
