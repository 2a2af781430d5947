package dev.greenlight.replay.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs queries on the catalog (manual 7.2 and 7.3). */
final class Selection {
    private final Evaluation evaluation;
    private final CatalogTables tables;

    Selection(Evaluation evaluation, CatalogTables tables) {
        this.evaluation = evaluation;
        this.tables = tables;
    }

    Datum exists(Select select, Scope scope) {
        if (isAggregate(select)) {
            return Logic.of(true);
        }
        if (select.limit() != null) {
            return new Datum.Unknown("a LIMIT");
        }
        Group group = find(select, scope, true);
        if (!group.rows().isEmpty()) {
            return Logic.of(true);
        }
        return group.doubt() == null ? Logic.of(false) : new Datum.Unknown(group.doubt());
    }

    /** The value of a query in parentheses: NULL where it has no row, an error where it has several. */
    Datum scalar(Select select, Scope scope) {
        Result result = rows(select, scope);
        if (result.doubt() != null || result.rows().size() > 1) {
            return new Datum.Unknown(result.doubt() == null ? "which of several rows" : result.doubt());
        }
        if (result.rows().isEmpty()) {
            return new Datum.Null();
        }
        Map<String, Datum> row = result.rows().getFirst();
        return row.size() == 1 ? row.values().iterator().next() : new Datum.Unknown("a row of several columns");
    }

    Result rows(Select select, Scope scope) {
        Optional<Result> series = series(select, scope);
        if (series.isPresent()) {
            return series.get();
        }
        Group group = find(select, scope, false);
        if (isAggregate(select)) {
            Scope over = new Scope(Map.of(), Set.of(), scope, group);
            return new Result(List.of(row(select, over)), null);
        }
        if (group.doubt() != null) {
            return Result.unknown(group.doubt());
        }
        List<Scope> scopes = new ArrayList<>(group.rows());
        scopes.sort(order(select));
        List<Map<String, Datum>> rows = new ArrayList<>();
        scopes.forEach(each -> rows.add(row(select, each)));
        return limited(select, select.distinct() ? distinct(rows) : rows, scope);
    }

    private static boolean isAggregate(Select select) {
        return select.outputs().stream()
                .anyMatch(output -> output instanceof Select.Output.Column column
                        && Terms.any(
                                column.term(), term -> term instanceof Term.Call call && Aggregates.isAggregate(call)));
    }

    /** {@code SELECT unnest(…)}: a row for each element. */
    private Optional<Result> series(Select select, Scope scope) {
        boolean alone = select.outputs().size() == 1 && select.from().isEmpty() && select.where() == null;
        if (!alone
                || !(select.outputs().getFirst() instanceof Select.Output.Column column)
                || !(column.term() instanceof Term.Call call)
                || !call.name().getLast().equals("unnest")
                        && !call.name().getLast().equals("generate_series")) {
            return Optional.empty();
        }
        List<Map<String, Datum>> rows = new ArrayList<>();
        for (Datum value : FromItems.elements(call, evaluation.values(call.arguments(), scope))) {
            if (value instanceof Datum.Unknown unknown) {
                return Optional.of(Result.unknown(unknown.reason()));
            }
            rows.add(Map.of(column.name(), value));
        }
        boolean plain = !select.distinct() && select.order().isEmpty() && select.limit() == null;
        return Optional.of(plain ? new Result(rows, null) : Result.unknown("the order of rows"));
    }

    private Group find(Select select, Scope scope, boolean firstOnly) {
        FromItems items = new FromItems(evaluation, tables, scope);
        select.from().forEach(items::add);
        if (items.opaque() != null) {
            return Group.unknown(items.opaque());
        }
        List<Term> conditions = new ArrayList<>(items.conditions());
        conditions.addAll(Terms.conjuncts(select.where()));
        Scope start = new Scope(Map.of(), items.merged(), scope, null);
        return new Join(evaluation, items.leaves(), conditions, firstOnly).run(start);
    }

    private Map<String, Datum> row(Select select, Scope scope) {
        Map<String, Datum> row = new LinkedHashMap<>();
        for (Select.Output output : select.outputs()) {
            switch (output) {
                case Select.Output.Column column ->
                    row.putIfAbsent(column.name(), evaluation.value(column.term(), scope));
                case Select.Output.Star star -> star(star, scope, row);
            }
        }
        return row;
    }

    private static void star(Select.Output.Star star, Scope scope, Map<String, Datum> row) {
        scope.rows().forEach((alias, values) -> {
            if (star.table() == null || alias.equals(star.table())) {
                values.columns().forEach(column -> row.putIfAbsent(column, values.value(column)));
            }
        });
    }

    private static List<Map<String, Datum>> distinct(List<Map<String, Datum>> rows) {
        Map<List<Object>, Map<String, Datum>> unlike = new LinkedHashMap<>();
        for (Map<String, Datum> row : rows) {
            List<Object> key = new ArrayList<>();
            row.values().forEach(value -> key.add(plain(value)));
            unlike.putIfAbsent(key, row);
        }
        return new ArrayList<>(unlike.values());
    }

    private static Object plain(Datum datum) {
        return switch (datum) {
            case Datum.Unknown unknown -> throw new Unreadable(unknown.reason());
            case Datum.Range range -> throw new Unreadable("the exact number");
            case Datum.Text text -> text.value();
            default -> datum;
        };
    }

    /** As ORDER BY says; else by name, because PostgreSQL promises no order. */
    private Comparator<Scope> order(Select select) {
        return (left, right) -> {
            for (Term.Order order : select.order()) {
                Term term = output(select, order.term());
                int compared = Sorting.compare(order, evaluation.value(term, left), evaluation.value(term, right));
                if (compared != 0) {
                    return compared;
                }
            }
            return select.order().isEmpty() ? byName(select, left, right) : 0;
        };
    }

    private int byName(Select select, Scope left, Scope right) {
        for (Select.Output output : select.outputs()) {
            int compared = output instanceof Select.Output.Column column
                    ? Sorting.byName(evaluation.value(column.term(), left), evaluation.value(column.term(), right))
                    : 0;
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** What ORDER BY means by the number or the name of an output. */
    private static Term output(Select select, Term term) {
        List<Select.Output.Column> columns = new ArrayList<>();
        for (Select.Output output : select.outputs()) {
            if (output instanceof Select.Output.Column column) {
                columns.add(column);
            }
        }
        if (term instanceof Term.Constant constant && constant.value() instanceof Datum.Number number) {
            int at = number.value().intValue();
            return at >= 1 && at <= columns.size() ? columns.get(at - 1).term() : term;
        }
        return columns.stream()
                .filter(column -> term instanceof Term.Name name && name.parts().equals(List.of(column.name())))
                .findFirst()
                .map(Select.Output.Column::term)
                .orElse(term);
    }

    /** Where more rows are there than may be taken, their order has to be known. */
    private Result limited(Select select, List<Map<String, Datum>> rows, Scope scope) {
        @Nullable Term limit = select.limit();
        if (limit == null) {
            return new Result(rows, null);
        }
        if (!(evaluation.value(limit, scope) instanceof Datum.Number number)
                || number.value().signum() < 0) {
            return Result.unknown("a LIMIT");
        }
        int most = number.value().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        if (rows.size() <= most) {
            return new Result(rows, null);
        }
        boolean ordered = !select.order().isEmpty() || new LinkedHashSet<>(distinct(rows)).size() == 1;
        return ordered ? new Result(rows.subList(0, most), null) : Result.unknown("the order of rows");
    }
}
