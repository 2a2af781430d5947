package dev.greenlight.sql.query;

import dev.greenlight.sql.TypeName;
import java.util.List;

/**
 * What a value expression names, each in the order of the text.
 *
 * @param types those of casts and typed literals
 * @param relations those in its sub-selects
 * @param complete whether the expression was understood in full; if not, nothing is to be concluded from its columns
 */
public record ExpressionReferences(
        List<ColumnReference> columns,
        List<FunctionCall> functions,
        List<TypeName> types,
        List<RelationReference> relations,
        boolean complete) {
    public ExpressionReferences {
        columns = List.copyOf(columns);
        functions = List.copyOf(functions);
        types = List.copyOf(types);
        relations = List.copyOf(relations);
    }
}
