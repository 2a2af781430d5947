package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.query.ColumnResolver.RelationColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the columns that FROM items make visible, and finds one by its name. */
final class VisibleColumns {
    /** Every table has them (manual 5.6, System Columns). */
    private static final Set<String> SYSTEM = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Function<ObjectName, @Nullable List<String>> columnsOf;
    private final ItemFinder finder;

    VisibleColumns(Function<ObjectName, @Nullable List<String>> columnsOf, ItemFinder finder) {
        this.columnsOf = columnsOf;
        this.finder = finder;
    }

    /**
     * A column under the name that it is visible by.
     *
     * @param columns the relations' columns that it is; several where a join merges them
     * @param references what a sub-select takes it from; looked up only where that is asked, so that a chain of
     *     sub-selects costs no more than its length
     */
    record Visible(String name, List<RelationColumn> columns, List<ColumnReference> references) {
        Visible renamed(Name other) {
            return new Visible(other.value(), columns, references);
        }
    }

    /** @param unknown whether there may be others */
    record Matches(List<Visible> columns, boolean unknown) {
        static final Matches NONE = new Matches(List.of(), false);
        static final Matches UNKNOWN = new Matches(List.of(), true);

        boolean isEmpty() {
            return columns.isEmpty() && !unknown;
        }

        private Matches and(Matches others) {
            return new Matches(
                    Stream.concat(columns.stream(), others.columns.stream()).toList(), unknown || others.unknown);
        }

        /** As one column, as far as there are any. */
        private Matches merged(String name) {
            if (columns.size() < 2) {
                return this;
            }
            List<RelationColumn> both = columns.stream()
                    .flatMap(column -> column.columns().stream())
                    .toList();
            List<ColumnReference> references = columns.stream()
                    .flatMap(column -> column.references().stream())
                    .toList();
            return new Matches(List.of(new Visible(name, both, references)), unknown);
        }
    }

    /** The columns of these items that have a name. */
    Matches find(String name, List<FromItem> items) {
        return items.stream().map(item -> find(name, item)).reduce(Matches.NONE, Matches::and);
    }

    private Matches find(String name, FromItem item) {
        if (item instanceof FromItem.Qualified) {
            return Matches.NONE;
        }
        if (item instanceof FromItem.Join join && join.name() == null) {
            Matches both = find(name, join.left()).and(find(name, join.right()));
            return join.natural() || names(join.using()).contains(name) ? both.merged(name) : both;
        }
        List<Visible> columns = columns(item);
        if (columns == null) {
            return names(columnNames(item)).contains(name) || isValueOrRow(item, name)
                    ? new Matches(List.of(new Visible(name, List.of(), List.of())), false)
                    : Matches.UNKNOWN;
        }
        Matches found = new Matches(
                columns.stream().filter(column -> column.name().equals(name)).toList(), false);
        return found.isEmpty() && item instanceof FromItem.Relation relation && SYSTEM.contains(name)
                ? new Matches(List.of(visible(relation, name)), false)
                : found;
    }

    /** A function's only column is called as the FROM item is; of several columns, that is the name of the row. */
    private static boolean isValueOrRow(FromItem item, String name) {
        return item instanceof FromItem.Derived derived
                && derived.name() != null
                && derived.name().value().equals(name);
    }

    private static List<String> names(List<Name> names) {
        return names.stream().map(Name::value).toList();
    }

    private static List<Name> columnNames(FromItem item) {
        return switch (item) {
            case FromItem.Relation relation -> relation.columnNames();
            case FromItem.Derived derived -> derived.columnNames();
            case FromItem.Join join -> join.columnNames();
            case FromItem.Qualified qualified -> columnNames(qualified.item());
        };
    }

    private static Visible visible(FromItem.Relation relation, String column) {
        return new Visible(column, List.of(new RelationColumn(relation.relation(), column)), List.of());
    }

    /** All columns of an item in their order, under their new names; null where they are not known. */
    private @Nullable List<Visible> columns(FromItem item) {
        List<Visible> columns = switch (item) {
            case FromItem.Relation relation -> columns(relation);
            case FromItem.Derived derived -> derived.columns() == null ? null : expand(derived.columns());
            case FromItem.Join join -> columns(join);
            case FromItem.Qualified qualified -> columns(qualified.item());
        };
        List<Name> names = columnNames(item);
        if (columns == null || names.size() > columns.size()) {
            return null;
        }
        List<Visible> renamed = new ArrayList<>(columns);
        for (int i = 0; i < names.size(); i++) {
            renamed.set(i, columns.get(i).renamed(names.get(i)));
        }
        return renamed;
    }

    private @Nullable List<Visible> columns(FromItem.Relation relation) {
        List<String> columns = columnsOf.apply(relation.relation().name());
        return columns == null
                ? null
                : columns.stream().map(column -> visible(relation, column)).toList();
    }

    /** Merged columns come first, then the others of both sides (manual 7.2.1.1, Joined Tables). */
    private @Nullable List<Visible> columns(FromItem.Join join) {
        List<Visible> left = columns(join.left());
        List<Visible> right = columns(join.right());
        if (left == null || right == null) {
            return null;
        }
        List<String> merged = join.natural() ? common(left, right) : names(join.using());
        List<Visible> columns = new ArrayList<>();
        for (String name : merged) {
            columns.addAll(
                    new Matches(named(name, left, right), false).merged(name).columns());
        }
        Stream.concat(left.stream(), right.stream())
                .filter(column -> !merged.contains(column.name()))
                .forEach(columns::add);
        return columns;
    }

    private static List<String> common(List<Visible> left, List<Visible> right) {
        List<String> others = right.stream().map(Visible::name).toList();
        return left.stream().map(Visible::name).filter(others::contains).toList();
    }

    private static List<Visible> named(String name, List<Visible> left, List<Visible> right) {
        return Stream.concat(left.stream(), right.stream())
                .filter(column -> column.name().equals(name))
                .toList();
    }

    /** What a star stands for; null where that is not known. */
    @Nullable
    List<Visible> star(ColumnReference star) {
        List<FromItem> items = star.scope().items();
        if (star.qualifier() != null) {
            if (!(finder.in(star.scope(), star.qualifier()) instanceof ItemSearch.One one)) {
                return null;
            }
            items = List.of(one.item());
        }
        return all(items);
    }

    private @Nullable List<Visible> all(List<FromItem> items) {
        List<Visible> all = new ArrayList<>();
        for (FromItem item : items) {
            List<Visible> columns = columns(item);
            if (columns == null) {
                return null;
            }
            all.addAll(columns);
        }
        return all;
    }

    /** A query's output columns with each star expanded; null where that is not known. */
    @Nullable
    List<Visible> expand(List<OutputColumn> output) {
        List<Visible> columns = new ArrayList<>();
        for (OutputColumn column : output) {
            if (!column.name().equals("*")) {
                columns.add(computed(column));
                continue;
            }
            List<Visible> star = column.isStar() ? star(column.column()) : null;
            if (star == null) {
                return null;
            }
            columns.addAll(star);
        }
        return columns;
    }

    private static Visible computed(OutputColumn column) {
        List<ColumnReference> references = column.column() == null ? List.of() : List.of(column.column());
        return new Visible(column.name(), List.of(), references);
    }
}
