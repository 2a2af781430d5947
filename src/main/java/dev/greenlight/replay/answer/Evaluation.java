package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reckons what an expression is worth where it stands. */
final class Evaluation {
    private static final int MOST_STEPS = 3_000_000;

    private final Function<String, Optional<Datum>> variables;
    private final Rendering rendering;
    private final Conversion conversion;
    private final Functions functions;
    private final Operations operations;
    private final Aggregates aggregates = new Aggregates(this);
    private final Quantifiers quantifiers = new Quantifiers(this);
    private final Selection selection;
    private int steps;

    Evaluation(Sight sight, Function<String, Optional<Datum>> variables) {
        ObjectNames names = new ObjectNames(sight);
        this.variables = variables;
        this.rendering = new Rendering(names);
        this.conversion = new Conversion(names, rendering);
        this.functions = new Functions(sight, names, rendering);
        this.operations = new Operations(rendering);
        this.selection = new Selection(this, new CatalogTables(sight));
    }

    /** No question may take long, whoever asks it. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new Unreadable("what takes long to reckon");
        }
    }

    Selection selection() {
        return selection;
    }

    Datum truth(Term term, Scope scope) {
        return Logic.truth(value(term, scope));
    }

    Datum value(Term term, Scope scope) {
        step();
        return switch (term) {
            case Term.Constant constant -> constant.value();
            case Term.Name name -> name(name, scope);
            case Term.Call call -> call(call, scope);
            case Term.Prefix prefix -> prefix(prefix, scope);
            case Term.Infix infix -> infix(infix, scope);
            case Term.Is is -> is(is, value(is.operand(), scope));
            case Term.Distinct distinct -> {
                Datum same = Comparison.same(value(distinct.left(), scope), value(distinct.right(), scope));
                yield distinct.negated() ? same : Logic.not(same);
            }
            case Term.Quantified quantified -> quantifiers.value(quantified, scope);
            case Term.Between between -> between(between, value(between.operand(), scope), scope);
            case Term.Like like ->
                operations.like(value(like.text(), scope), value(like.pattern(), scope), like.anyCase());
            case Term.Cast cast -> conversion.cast(value(cast.operand(), scope), cast.type(), cast.span());
            case Term.Case choice -> choice(choice, scope);
            case Term.ArrayOf array -> new Datum.Elements(values(array.elements(), scope));
            case Term.ArrayOfRows rows -> arrayOf(rows.select(), scope);
            case Term.Subscript subscript -> element(value(subscript.array(), scope), value(subscript.index(), scope));
            case Term.Exists exists -> selection.exists(exists.select(), scope);
            case Term.Scalar scalar -> selection.scalar(scalar.select(), scope);
        };
    }

    List<Datum> values(List<Term> terms, Scope scope) {
        List<Datum> values = new ArrayList<>();
        terms.forEach(term -> values.add(value(term, scope)));
        return values;
    }

    private Datum name(Term.Name name, Scope scope) {
        Optional<Datum> column = scope.find(name.parts());
        Optional<Datum> variable = variable(name.parts());
        if (column.isPresent() && variable.isPresent()) {
            return new Datum.Unknown("which " + name.parts().getLast() + " is meant");
        }
        Datum value = column.or(() -> variable)
                .orElseGet(() -> new Datum.Unknown("what " + String.join(".", name.parts()) + " is"));
        return value instanceof Datum.Text text ? Datum.Text.at(name.span(), text.value(), text.kind()) : value;
    }

    /** A variable, a field of one, or one behind the label of its block. */
    private Optional<Datum> variable(List<String> parts) {
        Optional<Datum> first = variables.apply(parts.getFirst());
        if (parts.size() == 1) {
            return first;
        }
        if (first.isPresent()) {
            return first.map(datum -> field(datum, parts.get(1)));
        }
        return variables.apply(String.join(".", parts));
    }

    private static Datum field(Datum datum, String name) {
        return switch (datum) {
            case Datum.Fields fields ->
                Optional.ofNullable(fields.fields().get(name)).orElseGet(() -> new Datum.Unknown("the field " + name));
            case Datum.Null none -> none;
            case Datum.Unknown unknown -> new Datum.Unknown(unknown.reason());
            default -> new Datum.Unknown("the field " + name);
        };
    }

    private Datum call(Term.Call call, Scope scope) {
        if (Aggregates.isAggregate(call)) {
            return aggregates.value(call, scope);
        }
        if (call.star() || call.distinct() || !call.order().isEmpty() || call.filter() != null) {
            return new Datum.Unknown("what " + call.name().getLast() + "() gives");
        }
        List<Datum> arguments = values(call.arguments(), scope);
        return switch (call.name().getLast()) {
            case "coalesce" -> common(coalesce(arguments), arguments);
            case "nullif" -> common(nullIf(arguments), arguments);
            default -> functions.call(call.name(), arguments, call.span());
        };
    }

    private static Datum coalesce(List<Datum> arguments) {
        for (Datum argument : arguments) {
            if (!(argument instanceof Datum.Null)) {
                return argument;
            }
        }
        return new Datum.Null();
    }

    private static Datum nullIf(List<Datum> arguments) {
        if (arguments.size() != 2) {
            return new Datum.Unknown("what nullif() gives");
        }
        Datum equal = Comparison.compare("=", arguments.get(0), arguments.get(1));
        if (equal instanceof Datum.Unknown) {
            return equal;
        }
        return Logic.isTrue(equal) ? new Datum.Null() : arguments.get(0);
    }

    /** Of several types the result has the one that all fit into (manual 10.5). */
    private static Datum common(Datum chosen, List<Datum> all) {
        boolean whole = all.stream()
                .allMatch(each -> each instanceof Datum.Null || each instanceof Datum.Number number && number.whole());
        return chosen instanceof Datum.Number number && !whole ? new Datum.Number(number.value(), false) : chosen;
    }

    private Datum prefix(Term.Prefix prefix, Scope scope) {
        return switch (prefix.operator()) {
            case "not" -> Logic.not(truth(prefix.operand(), scope));
            case "-" -> Arithmetic.apply("-", Datum.Number.of(0), value(prefix.operand(), scope));
            default -> value(prefix.operand(), scope);
        };
    }

    private Datum infix(Term.Infix infix, Scope scope) {
        boolean and = infix.operator().equals("and");
        if (!and && !infix.operator().equals("or")) {
            return operations.apply(
                    infix.operator(), value(infix.left(), scope), value(infix.right(), scope), infix.span());
        }
        Datum left = truth(infix.left(), scope);
        if (left.equals(Logic.of(!and))) {
            return left;
        }
        Datum right = truth(infix.right(), scope);
        return and ? Logic.and(left, right) : Logic.or(left, right);
    }

    private static Datum is(Term.Is is, Datum operand) {
        Datum result = is.what().equals("null") ? isNull(operand) : isTruth(is.what(), Logic.truth(operand));
        return is.negated() ? Logic.not(result) : result;
    }

    /** A row is NULL where all of its fields are, and NOT NULL where none is (manual 9.2). */
    private static Datum isNull(Datum operand) {
        return switch (operand) {
            case Datum.Null none -> Logic.of(true);
            case Datum.Unknown unknown -> unknown.present() ? Logic.of(false) : unknown;
            case Datum.Fields fields -> new Datum.Unknown("whether a row is NULL");
            default -> Logic.of(false);
        };
    }

    private static Datum isTruth(String what, Datum truth) {
        return switch (truth) {
            case Datum.Unknown unknown -> unknown;
            case Datum.Null none -> Logic.of(what.equals("unknown"));
            default -> Logic.of(truth.equals(Logic.of(what.equals("true"))) && !what.equals("unknown"));
        };
    }

    private Datum between(Term.Between between, Datum operand, Scope scope) {
        Datum above = Comparison.compare(">=", operand, value(between.low(), scope));
        return Logic.and(above, Comparison.compare("<=", operand, value(between.high(), scope)));
    }

    private Datum choice(Term.Case choice, Scope scope) {
        List<Datum> results = results(choice, scope);
        @Nullable Term operand = choice.operand();
        for (int i = 0; i < choice.branches().size(); i++) {
            Term.When branch = choice.branches().get(i);
            Datum condition = operand == null
                    ? truth(branch.condition(), scope)
                    : Comparison.compare("=", value(operand, scope), value(branch.condition(), scope));
            if (condition instanceof Datum.Unknown) {
                return condition;
            }
            if (Logic.isTrue(condition)) {
                return common(results.get(i), results);
            }
        }
        return choice.otherwise() == null ? new Datum.Null() : common(results.getLast(), results);
    }

    private List<Datum> results(Term.Case choice, Scope scope) {
        List<Datum> results = new ArrayList<>();
        choice.branches().forEach(branch -> results.add(value(branch.result(), scope)));
        if (choice.otherwise() != null) {
            results.add(value(choice.otherwise(), scope));
        }
        return results;
    }

    private Datum arrayOf(Select select, Scope scope) {
        Result result = selection.rows(select, scope);
        boolean ordered = !select.order().isEmpty() || result.rows().size() < 2;
        if (result.doubt() != null || !ordered) {
            return new Datum.Unknown(result.doubt() == null ? "the order of rows" : result.doubt());
        }
        List<Datum> elements = new ArrayList<>();
        result.rows().forEach(row -> elements.addAll(row.values()));
        return new Datum.Elements(elements);
    }

    /** Counted from 1; what is not there is NULL (manual 8.15.3). */
    private static Datum element(Datum array, Datum index) {
        if (array instanceof Datum.Null || index instanceof Datum.Null) {
            return new Datum.Null();
        }
        if (!(array instanceof Datum.Elements elements)
                || !(index instanceof Datum.Number number)
                || !number.isIntegral()) {
            return new Datum.Unknown("an element of an array");
        }
        long at = number.value().longValue();
        boolean there = at >= 1 && at <= elements.elements().size();
        return there ? elements.elements().get((int) at - 1) : new Datum.Null();
    }

    /** What a cast to text or an output of this value is. */
    Datum text(Datum datum, Span span) {
        return rendering.cast(datum, span);
    }
}
