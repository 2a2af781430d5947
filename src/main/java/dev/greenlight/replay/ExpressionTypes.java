package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.sql.Expression;
import java.util.Set;

/** Holds the types in a table's expressions against what they have to be, where both are certain (manual 10.4). */
final class ExpressionTypes {
    private static final Set<ExpressionPlace> CONDITIONS =
            Set.of(ExpressionPlace.CHECK, ExpressionPlace.INDEX_PREDICATE);

    private final Execution execution;
    private final Table table;

    ExpressionTypes(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
    }

    /** The type of an expression. Fails where something in it, or itself at this place, is of a wrong one. */
    DataType read(Expression expression, ExpressionPlace place) {
        Typing typing = new Typing(new ExecutionKnowledge(execution), table);
        DataType type = typing.expression(expression.tokens());
        QueryTypes.requireNone(typing.mistakes(), execution);
        if (CONDITIONS.contains(place) && !typing.assigns(type, DataType.builtIn("bool"))) {
            String message = "argument of " + place.words() + " must be type boolean, not type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, expression.span());
        }
        return type;
    }

    /** Fails where a column cannot take a value of a type. */
    void requireFits(DataType type, Column column, Expression expression, ExpressionPlace place) {
        if (!new Typing(new ExecutionKnowledge(execution), table).assigns(type, column.type())) {
            String message = "column \"" + column.name() + "\" is of type "
                    + column.type().display() + " but " + place.words() + " is of type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, expression.span());
        }
    }
}
