package dev.greenlight.effect;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses from the sizes of tables how long work on them takes. The rates are those of a server in use whose disk is
 * neither the fastest nor idle: {@code docs/estimates.md} holds them against what a server on its own took.
 */
final class Estimates {
    private static final double READ_BYTES_PER_SECOND = 200e6;
    private static final double WRITE_BYTES_PER_SECOND = 50e6;
    /** Into an index. */
    private static final double SORT_ROWS_PER_SECOND = 400e3;
    /** In another table, for a foreign key. */
    private static final double LOOK_UP_ROWS_PER_SECOND = 1e6;
    /** One by one, with an entry in each index. */
    private static final double CHANGE_ROWS_PER_SECOND = 100e3;

    private final TableSizes sizes;
    private final Catalog catalog;

    Estimates(TableSizes sizes, Catalog catalog) {
        this.sizes = sizes;
        this.catalog = catalog;
    }

    /**
     * Empty where the size of one is not known.
     *
     * @param changes whether rows are changed one by one, rather than read
     */
    Optional<Estimate> of(List<RelationWork> works, boolean changes) {
        if (works.isEmpty() || sizes.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Estimate> estimates = new HashMap<>();
        for (RelationWork work : works) {
            Optional<Sized> sized = sized(work.relation());
            if (sized.isEmpty()) {
                return Optional.empty();
            }
            // Partitions of which only the whole is known are the whole once.
            estimates.merge(
                    sized.get().relation().oid(),
                    estimate(sized.get(), work.work(), changes),
                    (one, other) -> one.time().compareTo(other.time()) >= 0 ? one : other);
        }
        return estimates.values().stream().reduce(Estimate::plus);
    }

    /** A relation of known size. */
    private record Sized(Relation relation, TableSize size) {}

    /** Itself, or of a partition what it is one of. */
    private Optional<Sized> sized(Relation relation) {
        return sizes.of(relation.name()).map(size -> new Sized(relation, size)).or(() -> partitioned(relation));
    }

    private Optional<Sized> partitioned(Relation relation) {
        return relation instanceof Table table && table.partition()
                ? table.parents().stream()
                        .flatMap(parent -> catalog.table(parent).stream())
                        .flatMap(parent -> sized(parent).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Estimate estimate(Sized sized, Work work, boolean changes) {
        long rows = sized.size().likelyRows();
        long bytes = sized.size().likelyBytes();
        long indexes = catalog.indexesOf(sized.relation().oid()).count();
        double reading = bytes / READ_BYTES_PER_SECOND;
        double seconds = switch (work) {
            case CATALOG -> 0;
            case SCAN -> changes ? reading + rows * (1 + indexes) / CHANGE_ROWS_PER_SECOND : reading;
            case VALIDATION -> reading + rows / LOOK_UP_ROWS_PER_SECOND;
            case INDEX_BUILD -> reading + rows / SORT_ROWS_PER_SECOND;
            case REWRITE -> bytes / WRITE_BYTES_PER_SECOND + indexes * rows / SORT_ROWS_PER_SECOND;
        };
        return new Estimate(Duration.ofMillis(Math.round(seconds * 1000)), rows);
    }
}
