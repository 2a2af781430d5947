package dev.greenlight.sql.query;

import dev.greenlight.sql.ObjectName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which columns a query's names stand for, given the columns of its relations, as PostgreSQL does (manual
 * 7.2.1, The FROM Clause). It knows no catalog: the caller says what columns a relation has.
 */
public final class ColumnResolver {
    private final Function<ObjectName, @Nullable List<String>> columnsOf;

    /**
     * @param columnsOf the columns of a relation in their order; null where they are not known, so that nothing is
     *     claimed about them
     */
    public ColumnResolver(Function<ObjectName, @Nullable List<String>> columnsOf) {
        this.columnsOf = columnsOf;
    }

    /** What a column reference stands for. */
    public sealed interface Resolution {
        /** Columns of relations: one, several for {@code *} and merged columns, none for what is computed. */
        record Found(List<RelationColumn> columns) implements Resolution {
            public Found {
                columns = List.copyOf(columns);
            }
        }

        /** SQLSTATE 42703, undefined_column. */
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

    public Resolution resolve(ColumnReference reference) {
        return new Resolution.Unknown();
    }

    /** The output columns with each {@code *} expanded; null where that is not known. */
    public @Nullable List<NamedColumn> expand(List<OutputColumn> output) {
        return null;
    }
}
