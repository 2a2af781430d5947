package dev.greenlight.replay;

import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds what RETURN QUERY gives against what the routine says that it returns: as many columns, of exactly these types
 * (pl_exec.c, exec_stmt_return_query; manual 41.6.1.2). What is not known of either fits.
 */
final class ReturnedRows {
    private final RoutineStatement.CreateRoutine create;

    ReturnedRows(RoutineStatement.CreateRoutine create) {
        this.create = create;
    }

    /** Throws {@link Rejected} with 42804 where a query certainly gives other columns. */
    void require(Statement statement, Span span, Execution execution) {
        List<DataType> declared = ReturnedColumns.of(create, execution).types();
        if (declared == null || !(statement instanceof DataStatement.Select select)) {
            return;
        }
        QueryNames.Found found = new QueryNames(execution).query(select.query());
        List<Column> columns = new QueryTypes(execution).of(found);
        if (columns == null) {
            return;
        }
        if (columns.size() != declared.size()) {
            String relations = found.relations().stream()
                    .map(relation -> relation.relation().name().display())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw mismatch(columns.size() + " columns of " + relations + ", not " + declared.size(), span, execution);
        }
        for (int i = 0; i < declared.size(); i++) {
            DataType actual = Routines.withoutModifiers(columns.get(i).type());
            if (isOther(actual, declared.get(i))) {
                throw mismatch(
                        columns.get(i).name() + " is " + actual.display() + ", not "
                                + declared.get(i).display(),
                        span,
                        execution);
            }
        }
    }

    private static Rejected mismatch(String how, Span span, Execution execution) {
        String message = "structure of query does not match function result type: " + how;
        return execution.reject(SqlState.DATATYPE_MISMATCH, message, span);
    }

    private static boolean isOther(DataType actual, DataType declared) {
        return actual.isKnown() && declared.isKnown() && !BuiltInTypes.isPseudo(declared) && !actual.equals(declared);
    }
}
