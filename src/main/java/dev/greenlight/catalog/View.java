package dev.greenlight.catalog;

import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param columns its columns' names; null where they are unknown
 * @param needs what it reads
 * @param complete whether {@code needs} is known to hold all
 */
public record View(
        long oid,
        QualifiedName name,
        boolean materialized,
        @Nullable List<String> columns,
        List<Need> needs,
        boolean complete,
        @Nullable Origin origin)
        implements Relation {
    public View {
        columns = columns == null ? null : List.copyOf(columns);
        needs = List.copyOf(needs);
    }

    /** A relation by oid, and one of its columns by number, or 0 for the relation as a whole. */
    public record Need(long relation, int column) {}

    @Override
    public View withName(QualifiedName newName) {
        return new View(oid, newName, materialized, columns, needs, complete, origin);
    }

    @Override
    public String kindWords() {
        return materialized ? "materialized view" : "view";
    }
}
