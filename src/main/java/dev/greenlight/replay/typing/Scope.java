package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for at a place in a query: the columns of FROM, those of the queries around it, and the tables of
 * WITH (manual 7.2, 7.8). An immutable value.
 *
 * @param outer what is around; null for the outermost
 * @param grouping who is told which columns of FROM are used; null where nobody is
 * @param tables the columns of common tables by name, empty for one whose columns are not known
 */
record Scope(
        Source from,
        @Nullable Scope outer,
        Map<String, Source> tables,
        @Nullable Grouping grouping) {
    static final Scope NONE = new Scope(Source.NOTHING, null, Map.of(), null);

    /**
     * What stands behind FROM.
     *
     * @param items what columns may be qualified with
     * @param columns those that a bare name or {@code *} stands for, in their order
     * @param known whether these are all
     */
    record Source(List<Item> items, List<Column> columns, boolean known) {
        static final Source NOTHING = new Source(List.of(), List.of(), true);
        static final Source UNKNOWN = new Source(List.of(), List.of(), false);

        static Source of(Item item) {
            return new Source(List.of(item), item.columns(), item.known());
        }

        Source with(Source other) {
            List<Item> all = new ArrayList<>(items);
            all.addAll(other.items);
            List<Column> both = new ArrayList<>(columns);
            both.addAll(other.columns);
            return new Source(all, both, known && other.known);
        }

        /** Under an alias, which hides the names within. */
        Source as(String alias, List<String> names, DataType row) {
            return as(alias, names, row, null);
        }

        Source as(String alias, List<String> names, DataType row, @Nullable Table table) {
            return of(new Item(alias, Column.renamed(columns, names), known, row, table));
        }
    }

    /**
     * @param row the type of its row as a whole
     * @param table the table that it is; null for what is none
     */
    record Item(
            String name,
            List<Column> columns,
            boolean known,
            DataType row,
            @Nullable Table table) {
        /** Tables of several schemas may have one name. */
        boolean isCalled(List<String> written) {
            boolean elsewhere =
                    written.size() > 1 && row.isKnown() && !row.name().schema().equals(written.get(written.size() - 2));
            return name.equals(written.getLast()) && !elsewhere;
        }

        /** What the table's column of this number is called here. */
        String column(int number) {
            List<dev.greenlight.catalog.Column> own = table == null ? List.of() : table.columns();
            for (int i = 0; i < Math.min(own.size(), columns.size()); i++) {
                if (own.get(i).number() == number) {
                    return columns.get(i).name();
                }
            }
            return "";
        }
    }

    /** A scope in this one. */
    Scope inner(Source source) {
        return new Scope(source, this, tables, null);
    }

    Scope withTable(String name, Source source) {
        Map<String, Source> more = new TreeMap<>(tables);
        more.put(name, source);
        return new Scope(from, outer, more, grouping);
    }

    Scope with(Grouping other) {
        return new Scope(from, outer, tables, other);
    }

    /** The same for what an aggregate is given: how that is used is nobody's concern. */
    Scope quiet() {
        return new Scope(from, outer == null ? null : outer.quiet(), tables, null);
    }

    /** Tells the query that has a column that it is used; the name of no column may be that of a row. */
    void use(List<String> parts, Span span) {
        String name = parts.getLast();
        List<String> qualifier = parts.subList(0, parts.size() - 1);
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Item> owners = scope.owners(qualifier, name);
            if (!owners.isEmpty() || qualifier.isEmpty() && !scope.from.known()) {
                scope.tell(owners, name, span);
                return;
            }
        }
        Item row = qualifier.isEmpty() ? item(parts) : null;
        if (row != null) {
            useRow(row, span);
        }
    }

    private List<Item> owners(List<String> qualifier, String name) {
        return from.items().stream()
                .filter(item -> qualifier.isEmpty() || item.isCalled(qualifier))
                .filter(item -> !named(item.columns(), name).isEmpty())
                .toList();
    }

    private void tell(List<Item> owners, String name, Span span) {
        if (grouping != null && !owners.isEmpty()) {
            grouping.use(owners.size() == 1 ? owners.getFirst() : null, name, span);
        }
    }

    /** As {@link #use}, for the row of an item or all its columns. */
    void useRow(Item item, Span span) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.grouping != null && scope.from.items().contains(item)) {
                scope.grouping.useRow(item, span);
            }
        }
    }

    /** Whether what stands behind FROM has a column of this name, or may have it. */
    boolean has(String name) {
        return !from.known() || !named(from.columns(), name).isEmpty();
    }

    /** Whether nothing is around that an aggregate could belong to. */
    boolean isOutermost() {
        return outer == null || outer.from.items().isEmpty() && outer.isOutermost();
    }

    /** The type of a bare name; unknown where it is not certain. */
    DataType bare(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Column> found = named(scope.from.columns(), name);
            if (found.size() == 1) {
                return found.getFirst().type();
            }
            if (!found.isEmpty() || !scope.from.known()) {
                return DataType.UNKNOWN;
            }
        }
        Item item = item(List.of(name));
        return item == null ? DataType.UNKNOWN : item.row();
    }

    private static List<Column> named(List<Column> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).toList();
    }

    /** The type of {@code item.column}, which may stand behind the item's schema. */
    DataType qualified(List<String> qualifier, String name) {
        Item item = item(qualifier);
        List<Column> found = item == null ? List.of() : named(item.columns(), name);
        return found.size() == 1 ? found.getFirst().type() : DataType.UNKNOWN;
    }

    /** What has a name, which may stand behind a schema; null where that is not certain. */
    @Nullable
    Item item(List<String> name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Item> found = scope.from.items().stream()
                    .filter(item -> item.isCalled(name))
                    .toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.getFirst() : null;
            }
        }
        return null;
    }

    /** Whether a column is asked of a table or a view, which have columns of the system's own. */
    boolean isTable(List<String> parts) {
        List<Item> items = parts.size() == 1
                ? from.items()
                : Stream.ofNullable(item(parts.subList(0, parts.size() - 1))).toList();
        return items.size() == 1 && isRow(items.getFirst().row());
    }

    private static boolean isRow(DataType type) {
        return type.isKnown() && (!type.isBuiltIn() || SystemRelations.exists(type.name()));
    }

    /** The names that columns of both have, in the order of the first. */
    static List<String> shared(Source left, Source right) {
        Set<String> names = new HashSet<>();
        right.columns().forEach(column -> names.add(column.name()));
        return left.columns().stream().map(Column::name).filter(names::contains).toList();
    }
}
