package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the operators of an expression, from those that bind least to those that bind most (manual 4.1.6). */
final class TermReader {
    private static final Map<String, String> COMPARISONS =
            Map.of("<", "<", ">", ">", "=", "=", "<=", "<=", ">=", ">=", "<>", "<>", "!=", "<>");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final int LONGEST_CHAIN = 1000;

    private final TermTokens tokens;
    private final OperandReader operands;

    TermReader(TermTokens tokens, Function<Span, String> text) {
        this.tokens = tokens;
        this.operands = new OperandReader(tokens, this, text);
    }

    TermTokens tokens() {
        return tokens;
    }

    Term term() {
        tokens.enter();
        Term term = chain(() -> chain(this::negation, "and"), "or");
        tokens.leave();
        return term;
    }

    List<Term> list() {
        List<Term> terms = new ArrayList<>();
        do {
            terms.add(term());
        } while (tokens.skip(TokenKind.COMMA));
        return terms;
    }

    private Term chain(Supplier<Term> part, String word) {
        Term term = part.get();
        for (int length = 0; tokens.skipWords(word); length++) {
            limit(length);
            term = new Term.Infix(word, term, part.get());
        }
        return term;
    }

    /** What is put together in a row is reckoned one inside of the other. */
    private static void limit(int length) {
        if (length > LONGEST_CHAIN) {
            throw new Unreadable("an expression that is too long");
        }
    }

    private Term negation() {
        int start = tokens.position();
        if (!tokens.skipWords("not")) {
            return test();
        }
        tokens.enter();
        Term operand = negation();
        tokens.leave();
        return new Term.Prefix("not", operand, tokens.since(start));
    }

    /** IS and its kin. */
    private Term test() {
        int start = tokens.position();
        Term term = comparison();
        while (true) {
            if (tokens.skipWords("isnull")) {
                term = new Term.Is(term, "null", false, tokens.since(start));
            } else if (tokens.skipWords("notnull")) {
                term = new Term.Is(term, "null", true, tokens.since(start));
            } else if (tokens.skipWords("is")) {
                term = is(term, start);
            } else {
                return term;
            }
        }
    }

    private Term is(Term operand, int start) {
        boolean negated = tokens.skipWords("not");
        if (tokens.skipWords("distinct", "from")) {
            return new Term.Distinct(operand, comparison(), negated);
        }
        if (!tokens.isAnyWord(Set.of("null", "true", "false", "unknown"))) {
            throw tokens.unread();
        }
        String what = tokens.take().value();
        return new Term.Is(operand, what, negated, tokens.since(start));
    }

    private Term comparison() {
        int start = tokens.position();
        Term left = membership();
        Token token = tokens.peek(0);
        if (token == null || !token.is(TokenKind.OPERATOR) || !COMPARISONS.containsKey(token.value())) {
            return left;
        }
        String operator = COMPARISONS.get(tokens.take().value());
        return operands.isQuantifier()
                ? operands.quantified(left, operator, start)
                : new Term.Infix(operator, left, membership());
    }

    /** BETWEEN, IN, LIKE and their kin. */
    private Term membership() {
        int start = tokens.position();
        Term term = otherOperators();
        boolean negated = tokens.isWord("not", "between")
                || tokens.isWord("not", "in")
                || tokens.isWord("not", "like")
                || tokens.isWord("not", "ilike");
        if (negated) {
            tokens.take();
        }
        Term member = member(term, start);
        return negated ? new Term.Prefix("not", member, tokens.since(start)) : member;
    }

    private Term member(Term term, int start) {
        if (tokens.skipWords("between")) {
            Term low = otherOperators();
            tokens.expectWord("and");
            Term high = otherOperators();
            return new Term.Between(term, low, high, tokens.since(start));
        }
        if (tokens.skipWords("in")) {
            return operands.in(term, start);
        }
        boolean like = tokens.skipWords("like");
        if (like || tokens.skipWords("ilike")) {
            return new Term.Like(term, otherOperators(), !like, tokens.since(start));
        }
        if (tokens.isWord("similar") || tokens.isWord("escape")) {
            throw tokens.unread();
        }
        return term;
    }

    private Term otherOperators() {
        Term term = sums();
        for (int length = 0; isOther(tokens.peek(0)); length++) {
            limit(length);
            String operator = tokens.take().value();
            if (operands.isQuantifier()) {
                throw tokens.unread();
            }
            term = new Term.Infix(operator, term, sums());
        }
        return term;
    }

    private static boolean isOther(@Nullable Token token) {
        return token != null
                && token.is(TokenKind.OPERATOR)
                && !COMPARISONS.containsKey(token.value())
                && !SUMS.contains(token.value())
                && !PRODUCTS.contains(token.value())
                && !token.value().equals("^");
    }

    private Term sums() {
        return infix(() -> infix(this::powers, PRODUCTS), SUMS);
    }

    private Term powers() {
        return infix(this::sign, Set.of("^"));
    }

    private Term infix(Supplier<Term> part, Set<String> operators) {
        Term term = part.get();
        for (int length = 0; isOperator(operators); length++) {
            limit(length);
            term = new Term.Infix(tokens.take().value(), term, part.get());
        }
        return term;
    }

    private boolean isOperator(Set<String> operators) {
        Token token = tokens.peek(0);
        return token != null && token.is(TokenKind.OPERATOR) && operators.contains(token.value());
    }

    private Term sign() {
        int start = tokens.position();
        if (!isOperator(SUMS)) {
            return operands.operand();
        }
        String operator = tokens.take().value();
        tokens.enter();
        Term operand = sign();
        tokens.leave();
        return new Term.Prefix(operator, operand, tokens.since(start));
    }
}
