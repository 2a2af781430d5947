package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Column;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        List<DataType> declared = declared(execution);
        if (declared == null || !(statement instanceof DataStatement.Select select)) {
            return;
        }
        QueryNames.Found found = new QueryNames(execution).query(select.query());
        List<Column> columns = new QueryTypes(execution).of(select.query(), found);
        List<String> names = QueryTypes.names(columns);
        if (names == null) {
            return;
        }
        if (names.size() != declared.size()) {
            String relations = found.relations().stream()
                    .map(relation -> relation.relation().name().display())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw mismatch(names.size() + " columns of " + relations + ", not " + declared.size(), span, execution);
        }
        for (int i = 0; i < declared.size(); i++) {
            DataType actual = Routines.withoutModifiers(columns.get(i).type());
            if (isOther(actual, declared.get(i))) {
                throw mismatch(
                        names.get(i) + " is " + actual.display() + ", not "
                                + declared.get(i).display(),
                        span,
                        execution);
            }
        }
    }

    /**
     * Throws {@link Rejected} with 42P13 where the last statement of a function in SQL gives a column that cannot be
     * assigned to what is returned (functions.c, {@code check_sql_fn_retval}; manual 36.5).
     */
    void requireLast(Statement statement, Span span, Execution execution) {
        List<DataType> declared = declared(execution);
        if (declared == null || !(statement instanceof DataStatement.Select select)) {
            return;
        }
        QueryNames.Found found = new QueryNames(execution).query(select.query());
        List<Column> columns = new QueryTypes(execution).of(select.query(), found);
        if (columns == null || columns.size() != declared.size()) {
            return;
        }
        for (int i = 0; i < declared.size(); i++) {
            DataType actual = columns.get(i).type();
            if (!QueryTypes.returns(actual, declared.get(i), execution)) {
                String message = "return type mismatch: " + columns.get(i).name() + " is "
                        + actual.withoutModifiers().display() + ", not "
                        + declared.get(i).display();
                throw execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
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

    /** The types of the columns that are returned; null where they are not known. */
    private @Nullable List<DataType> declared(Execution execution) {
        if (!create.returnsTable().isEmpty()) {
            return types(create.returnsTable(), execution);
        }
        List<Parameter> out =
                create.parameters().stream().filter(Parameter::isOutput).toList();
        if (!out.isEmpty()) {
            return types(out, execution);
        }
        return create.returns() == null ? null : rows(create.returns(), execution);
    }

    private static List<DataType> types(List<Parameter> columns, Execution execution) {
        return columns.stream()
                .map(column -> Routines.withoutModifiers(execution.names().type(column.type())))
                .toList();
    }

    /** {@code SETOF table} and {@code SETOF type}; of composite types and of {@code record} it is not known. */
    private static @Nullable List<DataType> rows(TypeName type, Execution execution) {
        if (!CodeSql.isRow(type)) {
            return type.percentType()
                    ? null
                    : List.of(Routines.withoutModifiers(execution.names().type(type)));
        }
        return execution.names().find(type.name()).orElse(null) instanceof Table table && table.columnsKnown()
                ? table.columns().stream()
                        .map(column -> column.type())
                        .map(Routines::withoutModifiers)
                        .toList()
                : null;
    }
}
