package dev.greenlight.replay.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of several leaves together, one leaf after the other. Conditions are asked as soon as all is there that
 * they name, and the leaf whose columns they leave the fewest values is next.
 */
final class Join {
    private static final int MOST_ROWS = 20_000;

    private final Evaluation evaluation;
    private final List<Leaf> leaves;
    private final List<Term> conditions;
    private final boolean firstOnly;
    private final List<Scope> found = new ArrayList<>();
    private @Nullable String doubt;

    /** @param firstOnly whether it is enough to know of one row */
    Join(Evaluation evaluation, List<Leaf> leaves, List<Term> conditions, boolean firstOnly) {
        this.evaluation = evaluation;
        this.leaves = leaves;
        this.conditions = conditions;
        this.firstOnly = firstOnly;
    }

    Group run(Scope start) {
        check(
                        start,
                        null,
                        conditions.stream()
                                .filter(term -> needs(term).isEmpty())
                                .toList())
                .ifPresent(state -> bind(state, Set.of()));
        return new Group(found, doubt);
    }

    /** Rows put together so far, and why they may not be there. */
    private record State(Scope scope, @Nullable String doubt) {}

    private void bind(State state, Set<String> bound) {
        if (bound.size() == leaves.size()) {
            keep(state);
            return;
        }
        Leaf leaf = next(state.scope(), bound);
        Set<String> more = new LinkedHashSet<>(bound);
        more.add(leaf.alias());
        List<State> joined = leaf.outer() ? outer(leaf, state, bound) : inner(leaf, state, bound);
        List<Term> due = conditions.stream()
                .filter(term -> more.containsAll(needs(term)) && !bound.containsAll(needs(term)))
                .toList();
        for (State each : joined) {
            check(each.scope(), each.doubt(), due).ifPresent(next -> bind(next, more));
            if (firstOnly && !found.isEmpty()) {
                return;
            }
        }
    }

    private void keep(State state) {
        if (state.doubt() == null) {
            found.add(state.scope());
            if (found.size() > MOST_ROWS) {
                throw new Unreadable("very many rows");
            }
        } else if (doubt == null) {
            doubt = state.doubt();
        }
    }

    private List<State> inner(Leaf leaf, State state, Set<String> bound) {
        List<State> states = new ArrayList<>();
        for (Row row : leaf.rows().rows(pins(leaf, conditions, state.scope(), bound), state.scope())) {
            states.add(new State(state.scope().with(leaf.alias(), row), first(state.doubt(), row.doubt())));
        }
        return states;
    }

    /** What fits, and a row of NULLs where nothing certainly does. */
    private List<State> outer(Leaf leaf, State state, Set<String> bound) {
        List<State> states = new ArrayList<>();
        boolean certain = false;
        String uncertain = null;
        for (Row row : leaf.rows().rows(pins(leaf, leaf.on(), state.scope(), bound), state.scope())) {
            Optional<State> fitting = check(state.scope().with(leaf.alias(), row), row.doubt(), leaf.on());
            if (fitting.isPresent()) {
                String why = fitting.get().doubt();
                certain |= why == null;
                uncertain = first(uncertain, why);
                states.add(new State(fitting.get().scope(), first(state.doubt(), why)));
            }
        }
        if (!certain) {
            Row nulls = Row.ofNulls(leaf.columns(), uncertain);
            states.add(new State(state.scope().with(leaf.alias(), nulls), first(state.doubt(), uncertain)));
        }
        return states;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    /** Empty where a condition certainly leaves the row out. */
    private Optional<State> check(Scope scope, @Nullable String doubt, List<Term> due) {
        evaluation.step();
        String why = doubt;
        for (Term condition : due) {
            Datum truth = evaluation.truth(condition, scope);
            if (Logic.isFalseOrNull(truth)) {
                return Optional.empty();
            }
            if (truth instanceof Datum.Unknown unknown) {
                why = first(why, unknown.reason());
            }
        }
        return Optional.of(new State(scope, why));
    }

    private Leaf next(Scope scope, Set<String> bound) {
        Leaf best = null;
        int most = -1;
        for (Leaf leaf : leaves) {
            boolean open = !bound.contains(leaf.alias());
            int pinned = !open || leaf.outer()
                    ? -1
                    : pins(leaf, conditions, scope, bound).values().size();
            if (pinned > most) {
                best = leaf;
                most = pinned;
            }
        }
        return best != null ? best : firstOuter(bound);
    }

    private Leaf firstOuter(Set<String> bound) {
        return leaves.stream()
                .filter(leaf -> !bound.contains(leaf.alias()))
                .findFirst()
                .orElseThrow();
    }

    /** The aliases of the leaves that a condition names. */
    private Set<String> needs(Term term) {
        Set<String> needs = new LinkedHashSet<>();
        boolean all = Terms.hasQuery(term);
        for (Leaf leaf : leaves) {
            if (all || Terms.any(term, part -> part instanceof Term.Name name && leaf.names(name))) {
                needs.add(leaf.alias());
            }
        }
        return needs;
    }

    private Pins pins(Leaf leaf, List<Term> terms, Scope scope, Set<String> bound) {
        Map<String, List<Datum>> values = new LinkedHashMap<>();
        for (Term term : terms) {
            switch (term) {
                case Term.Infix infix
                when infix.operator().equals("=") -> {
                    pin(leaf, infix.left(), infix.right(), scope, bound, values);
                    pin(leaf, infix.right(), infix.left(), scope, bound, values);
                }
                case Term.Quantified quantified
                when quantified.operator().equals("=") && !quantified.all() ->
                    pin(leaf, quantified, scope, bound, values);
                default -> {}
            }
        }
        return new Pins(values);
    }

    private void pin(
            Leaf leaf, Term name, Term other, Scope scope, Set<String> bound, Map<String, List<Datum>> values) {
        String column = leaf.column(name);
        if (column != null && bound.containsAll(needs(other))) {
            Datum value = evaluation.value(other, scope);
            if (!(value instanceof Datum.Unknown)) {
                values.put(column, List.of(value));
            }
        }
    }

    private void pin(
            Leaf leaf, Term.Quantified quantified, Scope scope, Set<String> bound, Map<String, List<Datum>> values) {
        String column = leaf.column(quantified.left());
        List<Term> others = Terms.parts(quantified);
        boolean ready = others.stream().skip(1).allMatch(term -> bound.containsAll(needs(term)));
        if (column == null || !ready || values.containsKey(column)) {
            return;
        }
        List<Datum> pinned = switch (quantified.among()) {
            case Term.Among.Items items -> evaluation.values(items.items(), scope);
            case Term.Among.Array array ->
                evaluation.value(array.array(), scope) instanceof Datum.Elements elements
                        ? elements.elements()
                        : List.of();
            case Term.Among.Rows rows -> List.of();
        };
        if (!pinned.isEmpty() && pinned.stream().noneMatch(Datum.Unknown.class::isInstance)) {
            values.put(column, pinned);
        }
    }
}
