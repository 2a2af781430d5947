package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression (manual 4.2) as far as it is reckoned here, with the place that it stands at. */
sealed interface Term {
    Span span();

    record Constant(Datum value, Span span) implements Term {}

    /** A column, a variable or a field of one, folded: one to four parts. */
    record Name(List<String> parts, Span span) implements Term {}

    /** @param order that of an aggregate's rows */
    record Call(
            List<String> name,
            List<Term> arguments,
            boolean star,
            boolean distinct,
            List<Order> order,
            @Nullable Term filter,
            Span span)
            implements Term {}

    record Order(Term term, boolean descending, boolean nullsFirst) {}

    /** {@code not}, {@code -} and {@code +}. */
    record Prefix(String operator, Term operand, Span span) implements Term {}

    /** Also {@code and} and {@code or}. */
    record Infix(String operator, Term left, Term right) implements Term {
        @Override
        public Span span() {
            return left.span().cover(right.span());
        }
    }

    /** {@code IS [NOT] NULL}, {@code TRUE}, {@code FALSE} or {@code UNKNOWN}. */
    record Is(Term operand, String what, boolean negated, Span span) implements Term {}

    record Distinct(Term left, Term right, boolean negated) implements Term {
        @Override
        public Span span() {
            return left.span().cover(right.span());
        }
    }

    /** {@code IN (…)}, and {@code operator ANY (…)} and {@code ALL (…)} of a query or an array. */
    record Quantified(Term left, String operator, boolean all, Among among, Span span) implements Term {}

    /** What a value is compared with, one by one. */
    sealed interface Among {
        record Items(List<Term> items) implements Among {}

        record Array(Term array) implements Among {}

        record Rows(Select select) implements Among {}
    }

    record Between(Term operand, Term low, Term high, Span span) implements Term {}

    record Like(Term text, Term pattern, boolean anyCase, Span span) implements Term {}

    record Cast(Term operand, TypeName type, Span span) implements Term {}

    record Case(
            @Nullable Term operand,
            List<When> branches,
            @Nullable Term otherwise,
            Span span) implements Term {}

    record When(Term condition, Term result) {}

    record ArrayOf(List<Term> elements, Span span) implements Term {}

    record ArrayOfRows(Select select, Span span) implements Term {}

    record Subscript(Term array, Term index, Span span) implements Term {}

    record Exists(Select select, Span span) implements Term {}

    record Scalar(Select select, Span span) implements Term {}
}
