package dev.greenlight.lint.check;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Indexes that another one makes needless: it has the same keys, or goes on behind them (manual 11.3). Unique ones are
 * none of them, for they hold a rule.
 */
final class RedundantIndex implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.tables().flatMap(table -> look(table, schema.indexes(table)));
    }

    private static Stream<Recommendation> look(Table table, List<Index> indexes) {
        return indexes.stream()
                .filter(index -> index.origin() != null && !index.unique() && !index.constraint() && index.valid())
                .flatMap(index -> indexes.stream()
                        .filter(other -> replaces(other, index))
                        .findFirst()
                        .map(other -> recommendation(table, index, other))
                        .stream());
    }

    /** Of two that are the same the older one stays. */
    private static boolean replaces(Index other, Index index) {
        return other.oid() != index.oid()
                && other.valid()
                && isAlike(other, index)
                && beginsWith(other, index)
                && (other.keys().size() > index.keys().size() || outlives(other, index));
    }

    private static boolean outlives(Index other, Index index) {
        return other.unique()
                || other.clauses().include().size() > index.clauses().include().size()
                || other.oid() < index.oid();
    }

    private static boolean isAlike(Index other, Index index) {
        return other.method().equals(index.method())
                && other.partial() == index.partial()
                && Objects.equals(other.clauses().where(), index.clauses().where())
                && other.clauses().parameters().equals(index.clauses().parameters())
                && holds(other, index.clauses().include());
    }

    private static boolean holds(Index other, List<Integer> columns) {
        return columns.stream()
                .allMatch(column -> other.clauses().include().contains(column)
                        || other.keys().stream().anyMatch(key -> key.column() == column));
    }

    /** Only in B-trees the first keys matter more. */
    private static boolean beginsWith(Index other, Index index) {
        int size = index.keys().size();
        boolean fits = index.method().equals("btree")
                ? other.keys().size() >= size
                : other.keys().size() == size;
        return fits && keys(other, size).equals(keys(index, size));
    }

    private static List<String> keys(Index index, int size) {
        List<String> options = index.clauses().keys();
        List<String> keys = new ArrayList<>();
        for (Index.Key key : index.keys().subList(0, size)) {
            keys.add(key + (keys.size() < options.size() ? options.get(keys.size()) : ""));
        }
        return keys;
    }

    private static Recommendation recommendation(Table table, Index index, Index other) {
        boolean same = other.keys().size() == index.keys().size();
        boolean partitioned = table.kind() == Table.Kind.PARTITIONED;
        return new Recommendation(
                "redundant-index",
                Level.YELLOW,
                table.name().display(),
                index.origin(),
                index.name().name() + " costs every write and finds nothing that "
                        + other.name().name() + (same ? ", which has the same columns," : ", which begins with it,")
                        + " does not"
                        + (other.origin() == null ? "" : " (" + other.origin().brief() + ")"),
                "DROP INDEX " + (partitioned ? "" : "CONCURRENTLY ") + FinalSchema.quoted(index) + ";");
    }
}
