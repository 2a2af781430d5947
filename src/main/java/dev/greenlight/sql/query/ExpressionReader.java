package dev.greenlight.sql.query;

import dev.greenlight.sql.Expression;
import java.util.List;

/** Reads what a value expression names, from its tokens alone unless it has a sub-select in it. */
public final class ExpressionReader {
    private ExpressionReader() {}

    /** As {@link #read(Expression, Scope)}, where nothing is known about what surrounds the expression. */
    public static ExpressionReferences read(Expression expression) {
        return read(expression, Scope.EMPTY);
    }

    /**
     * @param scope what is visible where the expression stands
     */
    public static ExpressionReferences read(Expression expression, Scope scope) {
        return new ExpressionReferences(List.of(), List.of(), List.of(), List.of(), false);
    }
}
