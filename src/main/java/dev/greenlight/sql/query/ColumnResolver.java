package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.query.VisibleColumns.Matches;
import dev.greenlight.sql.query.VisibleColumns.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which columns a query's names stand for, given the columns of its relations, as PostgreSQL does (manual
 * 7.2.1, The FROM Clause). It knows no catalog: the caller says what columns a relation has.
 */
public final class ColumnResolver {
    private final ItemFinder finder;
    private final VisibleColumns visible;

    /**
     * @param columnsOf the columns of a relation in their order; null where they are not known, so that nothing is
     *     claimed about them
     * @param same whether a relation, as FROM writes it, may be the one that a qualifier with a schema names
     */
    public ColumnResolver(
            Function<ObjectName, @Nullable List<String>> columnsOf, BiPredicate<ObjectName, ObjectName> same) {
        this.finder = new ItemFinder(same);
        this.visible = new VisibleColumns(columnsOf, finder);
    }

    /** What a column reference stands for. */
    public sealed interface Resolution {
        /**
         * Columns of relations: one, several for {@code *} and merged columns, none for a whole row and for what is
         * computed.
         */
        record Found(List<RelationColumn> columns) implements Resolution {
            public Found {
                columns = List.copyOf(columns);
            }
        }

        /**
         * SQLSTATE 42703, undefined_column, unless the name is qualified and a function of the row is called so
         * (manual 36.5.3, SQL Functions on Composite Types).
         */
        record NoColumn() implements Resolution {}

        /** SQLSTATE 42P01, undefined_table: nothing in scope has the qualifier's name. */
        record NoRelation() implements Resolution {}

        /** SQLSTATE 42702, ambiguous_column. */
        record Ambiguous() implements Resolution {}

        /** It depends on columns that are not known. */
        record Unknown() implements Resolution {}
    }

    /** A relation's column, by the name that it has in the relation. */
    public record RelationColumn(RelationReference relation, String column) {}

    /** A query's output column. {@code source} is null where the value is computed. */
    public record NamedColumn(String name, @Nullable RelationColumn source) {}

    /** What a reference stands for in its scope. */
    public Resolution resolve(ColumnReference reference) {
        if (reference.star()) {
            return star(reference);
        }
        return reference.qualifier() == null
                ? bare(reference.column().value(), reference.scope())
                : qualified(reference.qualifier(), reference.column().value(), reference.scope());
    }

    private Resolution bare(String name, Scope scope) {
        for (Scope level = scope; level != null; level = level.outer()) {
            Matches matches = visible.find(name, level.items());
            if (!matches.isEmpty()) {
                return resolution(matches);
            }
        }
        return isRow(name, scope) ? new Resolution.Found(List.of()) : new Resolution.NoColumn();
    }

    private Resolution resolution(Matches matches) {
        return switch (matches.columns().size()) {
            case 0 -> new Resolution.Unknown();
            case 1 -> new Resolution.Found(sources(matches.columns().getFirst()));
            default -> new Resolution.Ambiguous();
        };
    }

    /** A name that no column has may be that of a FROM item, and then is its row (manual 8.16.5). */
    private boolean isRow(String name, Scope scope) {
        ObjectName item = new ObjectName(List.of(new Name(name, new Span(0, 0))));
        return !(finder.in(scope, item) instanceof ItemSearch.None);
    }

    private Resolution qualified(ObjectName qualifier, String name, Scope scope) {
        return switch (finder.in(scope, qualifier)) {
            case ItemSearch.None ignored -> new Resolution.NoRelation();
            case ItemSearch.Several ignored -> new Resolution.Ambiguous();
            case ItemSearch.Unknown ignored -> new Resolution.Unknown();
            case ItemSearch.One one -> {
                Matches matches = visible.find(name, List.of(one.item()));
                yield matches.isEmpty() ? new Resolution.NoColumn() : resolution(matches);
            }
        };
    }

    private Resolution star(ColumnReference reference) {
        List<Visible> columns = visible.star(reference);
        if (columns != null) {
            return new Resolution.Found(
                    columns.stream().flatMap(column -> sources(column).stream()).toList());
        }
        boolean missing = reference.qualifier() != null
                && finder.in(reference.scope(), reference.qualifier()) instanceof ItemSearch.None;
        return missing ? new Resolution.NoRelation() : new Resolution.Unknown();
    }

    private List<RelationColumn> sources(Visible column) {
        List<RelationColumn> sources = new ArrayList<>(column.columns());
        for (ColumnReference reference : column.references()) {
            if (resolve(reference) instanceof Resolution.Found found) {
                sources.addAll(found.columns());
            }
        }
        return sources;
    }

    /** The output columns with each {@code *} expanded; null where that is not known. */
    public @Nullable List<NamedColumn> expand(List<OutputColumn> output) {
        List<Visible> columns = visible.expand(output);
        if (columns == null) {
            return null;
        }
        List<NamedColumn> named = new ArrayList<>();
        for (Visible column : columns) {
            List<RelationColumn> sources = sources(column);
            named.add(new NamedColumn(column.name(), sources.isEmpty() ? null : sources.getFirst()));
        }
        return named;
    }
}
