package dev.greenlight.effect;

import dev.greenlight.postgres.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How large the tables are that migrations will find. One of which nothing is known may be as large as any.
 *
 * @param byName those in an empty schema are meant in whatever schema they are
 */
public record TableSizes(Map<QualifiedName, TableSize> byName) {
    public static final TableSizes UNKNOWN = new TableSizes(Map.of());

    public TableSizes {
        byName = Map.copyOf(byName);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public Optional<TableSize> of(QualifiedName table) {
        TableSize own = byName.get(table);
        return Optional.ofNullable(own == null ? byName.get(new QualifiedName("", table.name())) : own)
                .filter(TableSize::isKnown);
    }

    /** What the other says counts where this says nothing. */
    public TableSizes over(TableSizes other) {
        Map<QualifiedName, TableSize> all = new LinkedHashMap<>(other.byName);
        all.keySet().removeIf(name -> byName.containsKey(new QualifiedName("", name.name())));
        all.putAll(byName);
        return new TableSizes(all);
    }
}
