package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.sql.Expression;
import java.util.List;
import java.util.Set;

/** Holds the types in expressions at a table against what they have to be, where both are certain (manual 10.4). */
final class ExpressionTypes {
    private static final Set<ExpressionPlace> CONDITIONS =
            Set.of(ExpressionPlace.CHECK, ExpressionPlace.INDEX_PREDICATE);

    private final Execution execution;
    private final Typing typing;

    ExpressionTypes(Execution execution, Table table) {
        this(execution, new Typing(new ExecutionKnowledge(execution), table));
    }

    private ExpressionTypes(Execution execution, Typing typing) {
        this.execution = execution;
        this.typing = typing;
    }

    /** For an expression that sees rows behind names alone, as {@code old} and {@code new}. */
    static ExpressionTypes ofRows(List<String> names, Relation relation, Execution execution) {
        return new ExpressionTypes(execution, new Typing(new ExecutionKnowledge(execution), names, relation));
    }

    /** The type of an expression. Fails where something in it, or itself at this place, is of a wrong one. */
    DataType read(Expression expression, ExpressionPlace place) {
        DataType type = typing.expression(expression.tokens());
        QueryTypes.requireNone(typing.mistakes(), execution);
        if (CONDITIONS.contains(place)) {
            requireBoolean(type, place.words(), expression);
        }
        return type;
    }

    /** As {@link #read}, for a condition elsewhere than in a table's definition. */
    void condition(Expression expression, String where) {
        DataType type = typing.expression(expression.tokens());
        QueryTypes.requireNone(typing.mistakes(), execution);
        requireBoolean(type, where, expression);
    }

    private void requireBoolean(DataType type, String where, Expression expression) {
        if (!typing.assigns(type, DataType.builtIn("bool"))) {
            String message = "argument of " + where + " must be type boolean, not type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, expression.span());
        }
    }

    /** Fails where a column cannot take a value of a type. */
    void requireFits(DataType type, Column column, Expression expression, ExpressionPlace place) {
        if (!typing.assigns(type, column.type())) {
            String message = "column \"" + column.name() + "\" is of type "
                    + column.type().display() + " but " + place.words() + " is of type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, expression.span());
        }
    }
}
