package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind FROM, taken apart into leaves and the conditions that join them. */
final class FromItems {
    private static final int MOST_NUMBERS = 10_000;

    private final Evaluation evaluation;
    private final CatalogTables tables;
    private final Scope outer;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Term> conditions = new ArrayList<>();
    private final Set<String> merged = new HashSet<>();
    private @Nullable String opaque;

    FromItems(Evaluation evaluation, CatalogTables tables, Scope outer) {
        this.evaluation = evaluation;
        this.tables = tables;
        this.outer = outer;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Term> conditions() {
        return conditions;
    }

    Set<String> merged() {
        return merged;
    }

    /** Why its rows are known only when it runs; null where they may be known. */
    @Nullable
    String opaque() {
        return opaque;
    }

    void add(Select.FromTree tree) {
        switch (tree) {
            case Select.FromTree.Joined joined -> add(joined);
            case Select.FromTree.Relation relation -> add(leaf(relation));
            case Select.FromTree.Derived derived -> add(leaf(derived));
            case Select.FromTree.Function function -> add(leaf(function));
        }
    }

    private void add(Leaf leaf) {
        if (leaves.stream().anyMatch(other -> other.alias().equals(leaf.alias()))) {
            throw new Unreadable("two tables named " + leaf.alias());
        }
        leaves.add(leaf);
    }

    private void add(Select.FromTree.Joined joined) {
        add(joined.left());
        int before = leaves.size();
        add(joined.right());
        List<Term> on = on(joined, before);
        if (!joined.outer()) {
            conditions.addAll(on);
        } else if (leaves.size() == before + 1 && leaves.getLast().on().isEmpty()) {
            leaves.set(before, leaves.getLast().joined(on));
        } else {
            throw new Unreadable("a LEFT JOIN of several tables");
        }
    }

    private List<Term> on(Select.FromTree.Joined joined, int before) {
        if (joined.using().isEmpty()) {
            return Terms.conjuncts(joined.on());
        }
        List<Term> on = new ArrayList<>();
        for (String column : joined.using()) {
            Leaf left = leaves.subList(0, before).stream()
                    .filter(leaf -> leaf.columns().contains(column))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable("the column " + column));
            on.add(new Term.Infix("=", name(left, column), name(leaves.getLast(), column)));
            merged.add(column);
        }
        return on;
    }

    private static Term name(Leaf leaf, String column) {
        return new Term.Name(List.of(leaf.alias(), column), new Span(0, 0));
    }

    private Leaf leaf(Select.FromTree.Relation relation) {
        return tables.find(relation.name())
                .map(table -> new Leaf(
                        relation.alias(), table.columns(), (pins, scope) -> table.rows(pins), false, List.of()))
                .orElseGet(() ->
                        opaque(relation.alias(), "rows of " + relation.name().getLast()));
    }

    private Leaf opaque(String alias, String reason) {
        opaque = opaque == null ? reason : opaque;
        return new Leaf(alias, Set.of(), (pins, scope) -> List.of(), false, List.of());
    }

    private Leaf leaf(Select.FromTree.Derived derived) {
        Result result = evaluation.selection().rows(derived.select(), outer);
        if (result.doubt() != null) {
            return opaque(derived.alias(), result.doubt());
        }
        Set<String> columns = new LinkedHashSet<>();
        for (Select.Output output : derived.select().outputs()) {
            if (!(output instanceof Select.Output.Column column)) {
                throw new Unreadable("a * in a query behind FROM");
            }
            columns.add(column.name());
        }
        List<Row> rows = result.rows().stream().map(row -> row(columns, row)).toList();
        return new Leaf(derived.alias(), columns, (pins, scope) -> rows, false, List.of());
    }

    private static Row row(Set<String> columns, Map<String, Datum> values) {
        return new Row(columns, column -> values.getOrDefault(column, new Datum.Unknown(column)), null);
    }

    private Leaf leaf(Select.FromTree.Function function) {
        String name = function.call().name().getLast();
        if (function.columns().size() != 1 || !name.equals("unnest") && !name.equals("generate_series")) {
            return opaque(function.alias(), "rows of " + name + "()");
        }
        Set<String> columns = Set.copyOf(function.columns());
        return new Leaf(
                function.alias(), columns, (pins, scope) -> rows(function.call(), columns, scope), false, List.of());
    }

    private List<Row> rows(Term.Call call, Set<String> columns, Scope scope) {
        List<Datum> values = elements(call, evaluation.values(call.arguments(), scope));
        List<Row> rows = new ArrayList<>();
        for (Datum value : values) {
            rows.add(
                    value instanceof Datum.Unknown unknown
                            ? Row.unknown(columns, unknown.reason())
                            : new Row(columns, column -> value, null));
        }
        return rows;
    }

    /** The values that {@code unnest} or {@code generate_series} gives (manual 9.19 and 9.26). */
    static List<Datum> elements(Term.Call call, List<Datum> arguments) {
        boolean unnest = call.name().getLast().equals("unnest") && arguments.size() == 1;
        if (unnest && arguments.getFirst() instanceof Datum.Elements array) {
            return array.elements();
        }
        if (unnest && arguments.getFirst() instanceof Datum.Null) {
            return List.of();
        }
        boolean series = !unnest
                && arguments.size() == 2
                && arguments.get(0) instanceof Datum.Number from
                && from.isIntegral()
                && arguments.get(1) instanceof Datum.Number to
                && to.isIntegral();
        return series
                ? numbers((Datum.Number) arguments.get(0), (Datum.Number) arguments.get(1))
                : List.of(new Datum.Unknown("what " + call.name().getLast() + "() gives"));
    }

    private static List<Datum> numbers(Datum.Number from, Datum.Number to) {
        if (to.value().subtract(from.value()).compareTo(BigDecimal.valueOf(MOST_NUMBERS)) > 0) {
            return List.of(new Datum.Unknown("many numbers"));
        }
        List<Datum> numbers = new ArrayList<>();
        for (BigDecimal at = from.value(); at.compareTo(to.value()) <= 0; at = at.add(BigDecimal.ONE)) {
            numbers.add(new Datum.Number(at, true));
        }
        return numbers;
    }
}
