package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.ExpressionReader;
import dev.greenlight.sql.query.ExpressionReferences;
import dev.greenlight.sql.query.FunctionCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the expressions that stand in a table's definition and see its columns alone: defaults, generation expressions,
 * checks, keys and conditions of indexes.
 */
final class TableExpressions {
    /** Every table has these (manual 5.6). */
    static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Execution execution;
    private final Table table;
    private final NeedsBuilder needs = new NeedsBuilder();
    private final SortedSet<Integer> columns = new TreeSet<>();
    private Volatility volatility = Volatility.IMMUTABLE;

    private TableExpressions(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
    }

    /**
     * An expression with its names found.
     *
     * @param columns the table's, by number
     * @param needs what it names beside them
     */
    record Reading(List<Integer> columns, Needs needs, Volatility volatility) {
        Column.Value value(String text) {
            return new Column.Value(text, volatility, needs);
        }
    }

    /** Fails with 42703 where the table certainly has not a column that is named. */
    static Reading read(Expression expression, Table table, Execution execution) {
        return new TableExpressions(execution, table).read(ExpressionReader.read(expression), true);
    }

    /** As {@link #read}, where no column may be named (manual CREATE TABLE, DEFAULT). */
    static Column.Value defaultValue(Expression expression, Table table, Execution execution) {
        Reading reading = new TableExpressions(execution, table).read(ExpressionReader.read(expression), false);
        return reading.value(execution.text(expression.span()));
    }

    private Reading read(ExpressionReferences references, boolean columnsAllowed) {
        if (references.complete()) {
            references.columns().stream()
                    .filter(reference -> reference.scope().items().isEmpty())
                    .forEach(reference -> column(reference, columnsAllowed));
            references.types().forEach(type -> type(execution.names().type(type)));
        } else {
            volatility = Volatility.UNKNOWN;
        }
        references.functions().forEach(this::function);
        return new Reading(List.copyOf(columns), needs.build(), volatility);
    }

    private void column(ColumnReference reference, boolean allowed) {
        if (!allowed) {
            String message = "cannot use column reference in DEFAULT expression";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, reference.span());
        }
        String name = reference.column().value();
        boolean wholeRow = reference.star()
                || reference.qualifier() == null && name.equals(table.name().name());
        Optional<Column> found = table.column(name);
        if (found.isEmpty() && wholeRow) {
            table.columns().forEach(column -> columns.add(column.number()));
        } else if (found.isPresent() || !SYSTEM_COLUMNS.contains(name)) {
            execution
                    .names()
                    .column(table, reference.column(), missing(reference))
                    .ifPresent(column -> columns.add(column.number()));
        }
    }

    /** PostgreSQL quotes a bare name only. */
    private static String missing(ColumnReference reference) {
        String name = reference.qualifier() == null ? "\"" + reference + "\"" : reference.toString();
        return "column " + name + " does not exist";
    }

    private void type(DataType type) {
        if (type.isKnown() && !type.isBuiltIn()) {
            needs.type(type.name());
        }
    }

    private void function(FunctionCall call) {
        RoutineNames routines = new RoutineNames(execution);
        Optional<QualifiedName> routine = routines.called(call);
        routine.ifPresent(needs::routine);
        routines.sequence(call).map(Relation::oid).ifPresent(needs::relation);
        volatility = volatility.and(routine.isPresent() ? ofRoutine(routine.get()) : ofBuiltIn(call));
    }

    private Volatility ofRoutine(QualifiedName routine) {
        return execution.catalog().routines(routine).stream()
                .map(Routine::volatility)
                .reduce(Volatility.IMMUTABLE, Volatility::and);
    }

    private static Volatility ofBuiltIn(FunctionCall call) {
        boolean system = call.name().schema().map(Schemas::isSystem).orElse(true);
        return system ? BuiltInFunctions.volatility(call.name().name()) : Volatility.UNKNOWN;
    }
}
