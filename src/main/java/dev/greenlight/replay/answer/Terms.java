package dev.greenlight.replay.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks into expressions. */
final class Terms {
    private Terms() {}

    /** The parts that an AND joins. */
    static List<Term> conjuncts(@Nullable Term condition) {
        List<Term> conjuncts = new ArrayList<>();
        Term rest = condition;
        while (rest instanceof Term.Infix infix && infix.operator().equals("and")) {
            conjuncts.addAll(conjuncts(infix.right()));
            rest = infix.left();
        }
        if (rest != null) {
            conjuncts.add(rest);
        }
        return conjuncts;
    }

    /** Whether a part outside of queries of its own is so. */
    static boolean any(Term term, Predicate<Term> test) {
        return test.test(term) || parts(term).stream().anyMatch(part -> any(part, test));
    }

    static boolean hasQuery(Term term) {
        return any(
                term,
                part -> part instanceof Term.Exists
                        || part instanceof Term.Scalar
                        || part instanceof Term.ArrayOfRows
                        || part instanceof Term.Quantified quantified && quantified.among() instanceof Term.Among.Rows);
    }

    /** The expressions in an expression, those of its queries left out. */
    static List<Term> parts(Term term) {
        return switch (term) {
            case Term.Constant constant -> List.of();
            case Term.Name name -> List.of();
            case Term.Call call -> call(call);
            case Term.Prefix prefix -> List.of(prefix.operand());
            case Term.Infix infix -> List.of(infix.left(), infix.right());
            case Term.Is is -> List.of(is.operand());
            case Term.Distinct distinct -> List.of(distinct.left(), distinct.right());
            case Term.Quantified quantified -> quantified(quantified);
            case Term.Between between -> List.of(between.operand(), between.low(), between.high());
            case Term.Like like -> List.of(like.text(), like.pattern());
            case Term.Cast cast -> List.of(cast.operand());
            case Term.Case choice -> choice(choice);
            case Term.ArrayOf array -> array.elements();
            case Term.ArrayOfRows rows -> List.of();
            case Term.Subscript subscript -> List.of(subscript.array(), subscript.index());
            case Term.Exists exists -> List.of();
            case Term.Scalar scalar -> List.of();
        };
    }

    private static List<Term> call(Term.Call call) {
        List<Term> parts = new ArrayList<>(call.arguments());
        call.order().forEach(order -> parts.add(order.term()));
        if (call.filter() != null) {
            parts.add(call.filter());
        }
        return parts;
    }

    private static List<Term> quantified(Term.Quantified quantified) {
        List<Term> parts = new ArrayList<>(List.of(quantified.left()));
        switch (quantified.among()) {
            case Term.Among.Items items -> parts.addAll(items.items());
            case Term.Among.Array array -> parts.add(array.array());
            case Term.Among.Rows rows -> {}
        }
        return parts;
    }

    private static List<Term> choice(Term.Case choice) {
        List<Term> parts = new ArrayList<>();
        if (choice.operand() != null) {
            parts.add(choice.operand());
        }
        for (Term.When when : choice.branches()) {
            parts.add(when.condition());
            parts.add(when.result());
        }
        if (choice.otherwise() != null) {
            parts.add(choice.otherwise());
        }
        return parts;
    }
}
