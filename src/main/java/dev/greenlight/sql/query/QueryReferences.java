package dev.greenlight.sql.query;

import dev.greenlight.sql.TypeName;
import java.util.List;

/**
 * What a query or a data-modifying statement names, each in the order of the text.
 *
 * @param columns also those that INSERT, UPDATE and MERGE set, and those behind USING
 * @param functions those that operators stand for are none of them
 * @param types those of casts, typed literals and column definitions
 * @param output the columns that it gives: those of its select list, VALUES or RETURNING
 * @param complete whether the query was understood in full; if not, relations and functions are those that its tokens
 *     show, and nothing is to be concluded from columns and output
 */
public record QueryReferences(
        List<RelationReference> relations,
        List<ColumnReference> columns,
        List<FunctionCall> functions,
        List<TypeName> types,
        List<OutputColumn> output,
        boolean complete) {
    public QueryReferences {
        relations = List.copyOf(relations);
        columns = List.copyOf(columns);
        functions = List.copyOf(functions);
        types = List.copyOf(types);
        output = List.copyOf(output);
    }

    /** Whether it is known that it gives constants and nothing else. */
    public boolean namesNothing() {
        return complete && relations.isEmpty() && columns.isEmpty() && functions.isEmpty() && types.isEmpty();
    }
}
