package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Unread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the last statement of a body in SQL gives against what the routine says that it returns: as many columns,
 * of types that can be assigned to these, or one that is the whole row (functions.c, {@code check_sql_fn_retval};
 * manual 36.5). What is not known of either fits. All else is 42P13.
 */
final class SqlResult {
    private static final String NO_QUERY = "return type mismatch: the last statement must be SELECT or have RETURNING";

    private final RoutineStatement.CreateRoutine create;
    private final Execution execution;

    SqlResult(RoutineStatement.CreateRoutine create, Execution execution) {
        this.create = create;
        this.execution = execution;
    }

    /** There is no statement at all. */
    void requireNothing() {
        if (!ReturnedColumns.areNone(create)) {
            throw mismatch(NO_QUERY, create.name().span());
        }
    }

    /** @param found the query of the last statement; null where it has none */
    void require(Statement last, QueryNames.@Nullable Found found) {
        if (ReturnedColumns.areNone(create) || last instanceof Unread || last instanceof DataStatement.Merge) {
            return;
        }
        if (found == null || found.givesNothing() && !(last instanceof DataStatement.Select)) {
            throw mismatch(NO_QUERY, last.span());
        }
        ReturnedColumns returned = ReturnedColumns.of(create, execution);
        List<DataType> types = returned.types();
        List<Column> columns = new QueryTypes(execution).of(found);
        if (types != null && columns != null && !(returned.row() && mayBeWhole(columns))) {
            require(columns, types, last.span());
        }
    }

    private boolean mayBeWhole(List<Column> columns) {
        if (columns.size() != 1) {
            return false;
        }
        DataType type = columns.getFirst().type();
        return !type.isKnown() || type.is("record") || !type.isBuiltIn() && !type.array();
    }

    private void require(List<Column> columns, List<DataType> types, Span span) {
        if (columns.size() != types.size()) {
            throw mismatch("return type mismatch: " + columns.size() + " columns, not " + types.size(), span);
        }
        for (int i = 0; i < types.size(); i++) {
            DataType actual = columns.get(i).type().withoutModifiers();
            if (!QueryTypes.returns(actual, types.get(i), execution)) {
                String message = "return type mismatch: " + columns.get(i).name() + " is " + actual.display() + ", not "
                        + types.get(i).display();
                throw mismatch(message, span);
            }
        }
    }

    private Rejected mismatch(String message, Span span) {
        return execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
    }
}
