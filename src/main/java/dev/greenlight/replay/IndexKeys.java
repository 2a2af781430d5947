package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an index is over, with its names found.
 *
 * @param names what PostgreSQL makes the index' name of, one for each key and each column of INCLUDE
 * @param needs every column of the table that it names, by number
 * @param clauses what is only printed
 * @param expressions what its expressions and its condition name beside the columns
 */
record IndexKeys(
        List<Index.Key> keys, List<String> names, List<Integer> needs, Needs expressions, Index.Clauses clauses) {
    IndexKeys {
        keys = List.copyOf(keys);
        names = List.copyOf(names);
        needs = List.copyOf(needs);
    }

    /** The columns by number, expressions and unknown ones left out. */
    List<Integer> columns() {
        return keys.stream().map(Index.Key::column).filter(number -> number > 0).toList();
    }

    /** Reads the parts of one index. */
    static final class Reader {
        private final Execution execution;
        private final Table table;
        private final List<Index.Key> keys = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final SortedSet<Integer> needs = new TreeSet<>();
        private final NeedsBuilder expressions = new NeedsBuilder();
        private final List<String> options = new ArrayList<>();
        private final List<Integer> include = new ArrayList<>();
        private final List<String> parameters = new ArrayList<>();
        private final List<String> operators = new ArrayList<>();
        private @Nullable String where;

        Reader(Execution execution, Table table) {
            this.execution = execution;
            this.table = table;
        }

        IndexKeys done() {
            Index.Clauses clauses = new Index.Clauses(options, include, where, parameters, operators);
            return new IndexKeys(keys, names, List.copyOf(needs), expressions.build(), clauses);
        }

        /**
         * The columns of a key constraint.
         *
         * @param what the constraint in PostgreSQL's words, such as {@code primary key}
         */
        Reader constraint(List<Name> columns, String what) {
            for (Name name : columns) {
                if (names.contains(name.value())) {
                    String message = "column \"" + name.value() + "\" appears twice in " + what + " constraint";
                    throw execution.reject(SqlState.DUPLICATE_COLUMN, message, name.span());
                }
                key(name, Reader::namedInKey);
                table.column(name.value())
                        .ifPresent(column ->
                                new OperatorClasses(execution, "btree").requireDefault(column.type(), name.span()));
            }
            return this;
        }

        static String namedInKey(String column) {
            return "column \"" + column + "\" named in key does not exist";
        }

        private static String missing(String column) {
            return "column \"" + column + "\" does not exist";
        }

        /**
         * @param method the access method
         */
        Reader elements(List<IndexElement> elements, String method) {
            for (IndexElement element : elements) {
                options.add(IndexOptions.of(element));
                if (element.column() != null) {
                    key(element.column(), Reader::missing);
                    requireCollatable(element, element.column());
                    requireOperators(element, method, element.column());
                } else if (element.expression() != null) {
                    expression(element.expression());
                }
            }
            return this;
        }

        private void requireCollatable(IndexElement element, Name name) {
            if (element.collation() != null) {
                table.column(name.value())
                        .ifPresent(column -> NewColumns.requireCollatable(
                                column.type(), element.collation().span(), execution));
            }
        }

        private void requireOperators(IndexElement element, String method, Name column) {
            OperatorClasses classes = new OperatorClasses(execution, method);
            ObjectName written = element.operatorClass();
            if (written != null) {
                classes.require(written, written.span());
            } else {
                table.column(column.value()).ifPresent(found -> classes.requireDefault(found.type(), column.span()));
            }
        }

        Reader include(List<Name> columns) {
            for (Name name : columns) {
                names.add(name.value());
                column(name, Reader::missing).ifPresent(column -> {
                    needs.add(column.number());
                    include.add(column.number());
                });
            }
            return this;
        }

        Reader where(Expression condition) {
            read(condition, ExpressionPlace.INDEX_PREDICATE);
            where = execution.text(condition.span());
            return this;
        }

        Reader operators(List<String> written) {
            operators.addAll(written);
            return this;
        }

        Reader parameters(List<Setting> written) {
            written.forEach(parameter -> parameters.add(IndexOptions.of(parameter)));
            return this;
        }

        private void key(Name name, Function<String, String> message) {
            names.add(name.value());
            Optional<Column> column = column(name, message);
            column.ifPresent(found -> needs.add(found.number()));
            keys.add(column.map(found -> new Index.Key(found.number(), null))
                    .orElseGet(() -> new Index.Key(0, name.value())));
        }

        private Optional<Column> column(Name name, Function<String, String> message) {
            boolean system = TableExpressions.SYSTEM_COLUMNS.contains(name.value());
            return system ? Optional.empty() : execution.names().column(table, name, message.apply(name.value()));
        }

        /** A column in parentheses is a column. */
        private void expression(Expression expression) {
            TableExpressions.Reading reading = read(expression, ExpressionPlace.INDEX_EXPRESSION);
            names.add(ExpressionName.of(expression, execution.version()));
            boolean bare = reading.columns().size() == 1 && ExpressionName.isColumn(expression);
            keys.add(
                    bare
                            ? new Index.Key(reading.columns().getFirst(), null)
                            : new Index.Key(0, execution.text(expression.span())));
        }

        private TableExpressions.Reading read(Expression expression, ExpressionPlace place) {
            TableExpressions.Reading reading = TableExpressions.read(expression, table, place, execution);
            needs.addAll(reading.columns());
            expressions.all(reading.needs());
            return reading;
        }
    }
}
