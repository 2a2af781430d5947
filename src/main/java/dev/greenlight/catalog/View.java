package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param columns its columns' names; null where they are unknown
 * @param needs what its query names
 * @param complete whether {@code needs} is known to hold all
 */
public record View(
        long oid,
        QualifiedName name,
        boolean materialized,
        @Nullable List<String> columns,
        Needs needs,
        boolean complete,
        @Nullable Origin origin)
        implements Relation {
    public View {
        columns = columns == null ? null : List.copyOf(columns);
    }

    @Override
    public View withName(QualifiedName newName) {
        return new View(oid, newName, materialized, columns, needs, complete, origin);
    }

    @Override
    public String kindWords() {
        return materialized ? "materialized view" : "view";
    }
}
