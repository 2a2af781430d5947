package dev.greenlight.replay.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Aggregates over all rows of a query (manual 9.21). */
final class Aggregates {
    private static final Set<String> NAMES =
            Set.of("array_agg", "bool_and", "bool_or", "count", "every", "max", "min", "string_agg", "sum");

    private final Evaluation evaluation;

    Aggregates(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static boolean isAggregate(Term.Call call) {
        return NAMES.contains(call.name().getLast());
    }

    /** The rows of an aggregate, and why it may have more. */
    private record Input(List<Scope> rows, @Nullable String doubt) {}

    Datum value(Term.Call call, Scope scope) {
        if (scope.group() == null) {
            return new Datum.Unknown("an aggregate");
        }
        Input input = input(call, scope.group());
        if (call.star()) {
            return counted(input.rows().size(), input.doubt());
        }
        if (call.arguments().isEmpty()) {
            return new Datum.Unknown("an aggregate");
        }
        List<Datum> values = new ArrayList<>();
        for (Scope row : input.rows()) {
            values.add(evaluation.value(call.arguments().getFirst(), row));
        }
        return switch (call.name().getLast()) {
            case "count" -> count(call, values, input.doubt());
            case "bool_or" -> joined(values, input.doubt(), true);
            case "bool_and", "every" -> joined(values, input.doubt(), false);
            default -> listed(call, values, input);
        };
    }

    private Input input(Term.Call call, Group group) {
        if (call.filter() == null) {
            return sorted(call, new Input(group.rows(), group.doubt()));
        }
        List<Scope> rows = new ArrayList<>();
        String doubt = group.doubt();
        for (Scope row : group.rows()) {
            Datum truth = evaluation.truth(call.filter(), row);
            if (truth instanceof Datum.Unknown unknown) {
                doubt = unknown.reason();
            } else if (Logic.isTrue(truth)) {
                rows.add(row);
            }
        }
        return sorted(call, new Input(rows, doubt));
    }

    private Input sorted(Term.Call call, Input input) {
        if (call.order().isEmpty()) {
            return input;
        }
        List<Scope> rows = new ArrayList<>(input.rows());
        rows.sort((left, right) -> {
            for (Term.Order order : call.order()) {
                int compared = Sorting.compare(
                        order, evaluation.value(order.term(), left), evaluation.value(order.term(), right));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        });
        return new Input(rows, input.doubt());
    }

    private static Datum counted(long certain, @Nullable String doubt) {
        return doubt == null ? Datum.Number.of(certain) : new Datum.Range(BigDecimal.valueOf(certain), null);
    }

    private static Datum count(Term.Call call, List<Datum> values, @Nullable String doubt) {
        long there = 0;
        String why = doubt;
        for (Datum value : values) {
            if (value instanceof Datum.Unknown unknown && !unknown.present()) {
                why = unknown.reason();
            } else if (!(value instanceof Datum.Null)) {
                there++;
            }
        }
        boolean several = call.distinct() && there > 1;
        return several ? new Datum.Range(BigDecimal.ONE, BigDecimal.valueOf(there)) : counted(there, why);
    }

    /** NULL counts for nothing, and is what there is without any other. */
    private static Datum joined(List<Datum> values, @Nullable String doubt, boolean deciding) {
        Datum joined = new Datum.Null();
        for (Datum value : values) {
            Datum truth = Logic.truth(value);
            if (!(truth instanceof Datum.Null)) {
                joined = joined instanceof Datum.Null
                        ? truth
                        : deciding ? Logic.or(joined, truth) : Logic.and(joined, truth);
            }
        }
        return doubt == null || joined.equals(Logic.of(deciding)) ? joined : new Datum.Unknown(doubt);
    }

    private Datum listed(Term.Call call, List<Datum> values, Input input) {
        if (input.doubt() != null) {
            return new Datum.Unknown(input.doubt());
        }
        boolean ordered = !call.order().isEmpty() || values.size() < 2;
        if (call.distinct() && values.size() > 1) {
            return new Datum.Unknown("an aggregate of what is distinct");
        }
        return switch (call.name().getLast()) {
            case "array_agg" ->
                !ordered ? unordered() : values.isEmpty() ? new Datum.Null() : new Datum.Elements(values);
            case "string_agg" -> ordered ? text(call, values, input) : unordered();
            case "sum" -> sum(values);
            default -> extreme(call.name().getLast().equals("min") ? "<" : ">", values);
        };
    }

    private static Datum unordered() {
        return new Datum.Unknown("the order of rows");
    }

    private Datum text(Term.Call call, List<Datum> values, Input input) {
        List<Datum.Text> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Datum.Null) {
                continue;
            }
            Datum separator = call.arguments().size() == 2
                    ? evaluation.value(call.arguments().get(1), input.rows().get(i))
                    : new Datum.Null();
            if (!(values.get(i) instanceof Datum.Text part) || !(separator instanceof Datum.Text between)) {
                return new Datum.Unknown("a text of rows");
            }
            if (!parts.isEmpty()) {
                parts.add(between);
            }
            parts.add(part);
        }
        return parts.isEmpty() ? new Datum.Null() : Texts.join(parts);
    }

    private static Datum sum(List<Datum> values) {
        Datum sum = new Datum.Null();
        for (Datum value : values) {
            if (!(value instanceof Datum.Null)) {
                sum = sum instanceof Datum.Null ? value : Arithmetic.apply("+", sum, value);
            }
        }
        return sum instanceof Datum.Number || sum instanceof Datum.Null ? sum : new Datum.Unknown("a sum");
    }

    private static Datum extreme(String operator, List<Datum> values) {
        Datum best = new Datum.Null();
        for (Datum value : values) {
            if (value instanceof Datum.Null) {
                continue;
            }
            Datum better = best instanceof Datum.Null ? Logic.of(true) : Comparison.compare(operator, value, best);
            if (better instanceof Datum.Unknown) {
                return better;
            }
            best = Logic.isTrue(better) ? value : best;
        }
        return best;
    }
}
