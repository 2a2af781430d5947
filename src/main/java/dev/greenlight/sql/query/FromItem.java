package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scope gives columns from: an entry of FROM, or what takes its place (manual 7.2.1, The FROM Clause). */
public sealed interface FromItem {
    /**
     * A relation, of which the catalog knows the columns. The target of a statement is one, and so are
     * {@code excluded}, {@code old} and {@code new}.
     *
     * @param name how columns are qualified, by its last part alone or with its schema where there is no alias
     * @param columnNames new names for its first columns
     */
    record Relation(RelationReference relation, Name name, List<Name> columnNames) implements FromItem {
        public Relation {
            columnNames = List.copyOf(columnNames);
        }
    }

    /**
     * A sub-select, common table expression, function or list of values.
     *
     * @param name null where nothing can qualify its columns
     * @param columnNames new names for its first columns
     * @param columns null where they cannot be told from the text
     */
    record Derived(
            @Nullable Name name,
            List<Name> columnNames,
            @Nullable List<OutputColumn> columns) implements FromItem {
        public Derived {
            columnNames = List.copyOf(columnNames);
            columns = columns == null ? null : List.copyOf(columns);
        }
    }

    /**
     * Two joined items.
     *
     * @param using the columns that both have and that stand as one in the join
     * @param natural whether all columns that both have do so
     * @param name an alias of the whole join, which hides the names in it; null without one
     * @param columnNames new names for the join's first columns
     */
    record Join(
            FromItem left,
            FromItem right,
            List<Name> using,
            boolean natural,
            @Nullable Name name,
            List<Name> columnNames)
            implements FromItem {
        public Join {
            using = List.copyOf(using);
            columnNames = List.copyOf(columnNames);
        }
    }

    /** A variable of code that holds a row: what is in it is seen behind its name alone, not by bare names. */
    record Qualified(FromItem item) implements FromItem {}
}
