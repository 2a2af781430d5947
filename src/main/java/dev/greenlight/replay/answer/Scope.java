package dev.greenlight.replay.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for at one place: the rows of a query, and then those of the query around it.
 *
 * @param rows by alias
 * @param merged the columns of USING, which are one column of two tables
 * @param group what aggregates go over; null where there are none
 */
record Scope(
        Map<String, Row> rows,
        Set<String> merged,
        @Nullable Scope outer,
        @Nullable Group group) {
    static final Scope NONE = new Scope(Map.of(), Set.of(), null, null);

    Scope with(String alias, Row row) {
        Map<String, Row> more = new LinkedHashMap<>(rows);
        more.put(alias, row);
        return new Scope(more, merged, outer, group);
    }

    /** The column that a name stands for, if it stands for one. */
    Optional<Datum> find(List<String> parts) {
        Optional<Datum> found =
                parts.size() == 1 ? column(parts.getFirst()) : column(parts.get(parts.size() - 2), parts.getLast());
        return found.isPresent() || outer == null ? found : outer.find(parts);
    }

    private Optional<Datum> column(String name) {
        List<Row> having = rows.values().stream()
                .filter(row -> row.columns().contains(name))
                .toList();
        if (having.size() > 1 && !merged.contains(name)) {
            return Optional.of(new Datum.Unknown("which " + name + " is meant"));
        }
        return having.stream().findFirst().map(row -> row.value(name));
    }

    private Optional<Datum> column(String alias, String name) {
        return Optional.ofNullable(rows.get(alias))
                .filter(row -> row.columns().contains(name))
                .map(row -> row.value(name));
    }
}
