package dev.greenlight.catalog;

import java.util.List;

/**
 * What a partitioned table is partitioned by (manual 5.12.2). The table goes with whatever its key uses.
 *
 * @param keys columns by number, 0 for an expression
 * @param columns those that stand in keys and expressions, by number
 * @param needs what expressions name beside them
 */
public record PartitionKey(List<Integer> keys, List<Integer> columns, Needs needs) {
    public static final PartitionKey NONE = new PartitionKey(List.of(), List.of(), Needs.NOTHING);

    public PartitionKey {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    public boolean hasExpression() {
        return keys.contains(0);
    }

    public boolean uses(int column) {
        return columns.contains(column);
    }

    public PartitionKey withNeeds(Needs newNeeds) {
        return new PartitionKey(keys, columns, newNeeds);
    }
}
