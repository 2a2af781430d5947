package dev.greenlight.sql.query;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import java.util.List;

/**
 * Reads what a value expression names, from its tokens alone unless it has a sub-select in it. It never throws and
 * takes bounded time.
 */
public final class ExpressionReader {
    private ExpressionReader() {}

    /** As {@link #read(Expression, Scope)}, where nothing is known about what surrounds the expression. */
    public static ExpressionReferences read(Expression expression) {
        return read(expression, Scope.EMPTY);
    }

    /** @param scope what is visible where the expression stands */
    public static ExpressionReferences read(Expression expression, Scope scope) {
        Marks marks = new Marks(expression.tokens());
        new Pieces(marks).expressions(0, marks.size(), scope, new Surroundings(scope, CommonTables.NONE));
        Findings findings = new Findings(marks);
        List<ColumnReference> columns = findings.columns();
        return new ExpressionReferences(
                columns, findings.functions(), findings.types(), findings.relations(), findings.complete());
    }
}
