package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an index makes a difference. A unique constraint is its index here.
 *
 * @param keys names of columns; an expression is null
 * @param orders one for each key: {@code DESC}, {@code NULLS FIRST}, or nothing
 * @param classes one for each key: the operator class, or nothing
 * @param columns all that it names
 */
record IndexShape(
        Index index,
        boolean unique,
        String method,
        List<@Nullable String> keys,
        List<String> orders,
        List<String> classes,
        List<String> columns) {
    private static final Pattern ORDER = Pattern.compile(" DESC| NULLS (?:FIRST|LAST)");
    private static final Pattern COLLATION = Pattern.compile(" COLLATE \\S+");

    static IndexShape of(Table table, Index index) {
        List<@Nullable String> keys = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> options = index.clauses().keys();
        for (Index.Key key : index.keys()) {
            String option = keys.size() < options.size() ? options.get(keys.size()) : "";
            String bare = ORDER.matcher(option).replaceAll("");
            classes.add(COLLATION.matcher(bare).replaceAll("").strip());
            orders.add(option.substring(bare.length()).strip());
            keys.add(table.column(key.column()).map(Column::name).orElse(null));
        }
        List<String> columns = index.needs().stream()
                .flatMap(number -> table.column(number).stream())
                .map(Column::name)
                .toList();
        return new IndexShape(index, index.unique(), index.method(), keys, orders, classes, columns);
    }

    String name() {
        return index.name().name();
    }

    /** Whether it is of columns alone and of all rows. */
    boolean isPlain() {
        return !index.partial() && !keys.contains(null);
    }

    /** Whether what is not known of the one is at most its name. */
    boolean isLike(IndexShape other) {
        return isPlain()
                && other.isPlain()
                && unique == other.unique
                && method.equals(other.method)
                && keys.equals(other.keys)
                && orders.equals(other.orders);
    }

    /** As SQL has it, roughly. */
    String words() {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            String order = orders.get(at).isEmpty() ? "" : " " + orders.get(at);
            String operators = classes.get(at).isEmpty() ? "" : " " + classes.get(at);
            parts.add((keys.get(at) == null ? "…" : keys.get(at)) + operators + order);
        }
        return (unique ? "unique " : "") + method + " (" + String.join(", ", parts) + ")"
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.partial() ? " WHERE …" : "");
    }
}
