package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.BuiltInFunction;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.query.ColumnReference;
import dev.greenlight.sql.query.ExpressionReader;
import dev.greenlight.sql.query.ExpressionReferences;
import dev.greenlight.sql.query.FunctionCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions that stand in a table's definition and see its columns alone: defaults, generation expressions,
 * checks, keys and conditions of indexes.
 */
final class TableExpressions {
    /** Every table has these (manual 5.6). */
    static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    /** The best known ones of those that give rows (manual 9.26). */
    private static final Set<String> SET_RETURNING = Set.of("generate_series", "generate_subscripts", "unnest");

    private final Execution execution;
    private final Table table;
    private final ExpressionPlace place;
    private final NeedsBuilder needs = new NeedsBuilder();
    private final SortedSet<Integer> columns = new TreeSet<>();
    private Volatility volatility = Volatility.IMMUTABLE;

    private TableExpressions(Execution execution, Table table, ExpressionPlace place) {
        this.execution = execution;
        this.table = table;
        this.place = place;
    }

    /**
     * An expression with its names found.
     *
     * @param columns the table's, by number
     * @param needs what it names beside them
     * @param type unknown where it is not certain
     */
    record Reading(List<Integer> columns, Needs needs, Volatility volatility, DataType type) {
        Column.Value value(String text) {
            return new Column.Value(text, volatility, needs);
        }
    }

    /** Fails with 42703 where the table certainly has not a column that is named. */
    static Reading read(Expression expression, Table table, ExpressionPlace place, Execution execution) {
        return new TableExpressions(execution, table, place).read(expression);
    }

    /**
     * A default, which may name no column; null for NULL, which is none, unless there is something to be done to it to
     * make it one of the column's type (AddRelationNewConstraints in heap.c).
     */
    static Column.@Nullable Value defaultValue(Expression expression, Table table, Column column, Execution execution) {
        Reading reading = read(expression, table, ExpressionPlace.DEFAULT, execution);
        new ExpressionTypes(execution, table)
                .requireFits(reading.type(), column, expression, ExpressionPlace.DEFAULT);
        DataType type = column.type();
        boolean none = expression.tokens().size() == 1
                && expression.tokens().getFirst().isWord("null")
                && type.modifiers().isEmpty()
                && !(execution.catalog().type(type.name()).orElse(null) instanceof Type.Domain);
        return none ? null : reading.value(execution.text(expression.span()));
    }

    private Reading read(Expression expression) {
        refuseQuery(expression);
        ExpressionReferences references = ExpressionReader.read(expression);
        if (references.complete()) {
            references.columns().stream()
                    .filter(reference -> reference.scope().items().isEmpty())
                    .forEach(this::column);
            references.types().forEach(type -> type(execution.names().type(type)));
        } else {
            volatility = Volatility.UNKNOWN;
        }
        DataType type = references.complete()
                ? new ExpressionTypes(execution, table).read(expression, place)
                : DataType.UNKNOWN;
        references.functions().forEach(this::function);
        return new Reading(List.copyOf(columns), needs.build(), volatility, type);
    }

    private void refuseQuery(Expression expression) {
        for (Token token : expression.tokens()) {
            if (token.isWord("select")) {
                String message = "cannot use subquery in " + place.words();
                throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, token.span());
            }
        }
    }

    private void column(ColumnReference reference) {
        if (place == ExpressionPlace.DEFAULT) {
            String message = "cannot use column reference in DEFAULT expression";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, reference.span());
        }
        String name = reference.column().value();
        boolean wholeRow = reference.star()
                || reference.qualifier() == null && name.equals(table.name().name());
        Optional<Column> found = table.column(name);
        if (found.isEmpty() && !reference.star() && SYSTEM_COLUMNS.contains(name) && !name.equals("tableoid")) {
            refuseSystemColumn(reference);
        } else if (found.isEmpty() && wholeRow) {
            refuseWholeRow(reference);
            table.columns().forEach(column -> columns.add(column.number()));
        } else if (found.isPresent() || !SYSTEM_COLUMNS.contains(name)) {
            execution
                    .names()
                    .column(table, reference.column(), missing(reference))
                    .ifPresent(column -> columns.add(column.number()));
        }
    }

    private void refuseSystemColumn(ColumnReference reference) {
        SqlState state = place.ofSystemColumns();
        if (state != null) {
            String message = "cannot use system column \"" + reference.column().value() + "\" in " + place.words();
            throw execution.reject(state, message, reference.span());
        }
    }

    private void refuseWholeRow(ColumnReference reference) {
        if (place == ExpressionPlace.GENERATION) {
            String message = "cannot use whole-row variable in column generation expression";
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, reference.span());
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
        List<Routine> overloads = routine.map(execution.catalog()::routines).orElse(List.of());
        Optional<BuiltInFunction> builtIn = builtIn(call);
        requirePerRow(call, !overloads.isEmpty(), builtIn);
        requireImmutable(call, !overloads.isEmpty(), builtIn);
        volatility = volatility.and(
                overloads.isEmpty()
                        ? builtIn.map(BuiltInFunction::volatility).orElseGet(() -> ofExtensions(call.name()))
                        : loosest(overloads.stream().map(Routine::volatility)));
    }

    /** It gives one value for one row (manual 4.2.7, 4.2.8). */
    private void requirePerRow(FunctionCall call, boolean made, Optional<BuiltInFunction> builtIn) {
        if (made || builtIn.isEmpty()) {
            return;
        }
        if (builtIn.get().kinds().equals(Set.of(BuiltInFunction.Kind.AGGREGATE))) {
            String message = "aggregate functions are not allowed in " + place.words() + "s";
            throw execution.reject(SqlState.GROUPING_ERROR, message, call.span());
        }
        if (builtIn.get().kinds().equals(Set.of(BuiltInFunction.Kind.WINDOW))) {
            String message = "window functions are not allowed in " + place.words() + "s";
            throw execution.reject(SqlState.WINDOWING_ERROR, message, call.span());
        }
        if (SET_RETURNING.contains(call.name().name())) {
            String message = "set-returning functions are not allowed in " + place.words() + "s";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, call.span());
        }
    }

    private static Optional<BuiltInFunction> builtIn(FunctionCall call) {
        boolean system = call.name().schema().map(Schemas::isSystem).orElse(true);
        return system ? BuiltInFunctions.find(call.name().name()) : Optional.empty();
    }

    private static Volatility ofExtensions(ObjectName function) {
        return Extensions.withFunction(function.name()).stream()
                .flatMap(extension -> extension.volatility(function.name()).stream())
                .reduce(Volatility::and)
                .orElse(Volatility.UNKNOWN);
    }

    private static Volatility loosest(Stream<Volatility> volatilities) {
        return volatilities.reduce(Volatility.IMMUTABLE, Volatility::and);
    }

    /** One that the history made is not judged: PostgreSQL may look into its body (manual 36.7). */
    private void requireImmutable(FunctionCall call, boolean made, Optional<BuiltInFunction> builtIn) {
        String message = place.notImmutable();
        boolean mutable = builtIn.filter(function -> function.strictest() != Volatility.IMMUTABLE)
                .isPresent();
        if (message != null && mutable && !made) {
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, call.span());
        }
    }
}
