package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parentheses of a call (manual 4.2.6 and 4.2.7), and those that SQL gives words of their own (9.4). */
final class CallReader {
    private final TermTokens tokens;
    private final TermReader terms;

    CallReader(TermTokens tokens, TermReader terms) {
        this.tokens = tokens;
        this.terms = terms;
    }

    Term call(List<String> name, int start) {
        tokens.expect(TokenKind.LEFT_PAREN);
        String function = name.getLast();
        if (name.size() == 1 && function.equals("trim")) {
            return trim(start);
        }
        if (tokens.isOperator("*")) {
            tokens.take();
            tokens.expect(TokenKind.RIGHT_PAREN);
            return behind(name, List.of(), true, false, List.of(), start);
        }
        boolean distinct = tokens.skipWords("distinct");
        List<Term> arguments = tokens.is(TokenKind.RIGHT_PAREN) ? List.of() : arguments(function);
        List<Term.Order> order = order(terms);
        tokens.expect(TokenKind.RIGHT_PAREN);
        return behind(name, arguments, false, distinct, order, start);
    }

    /** {@code FILTER (WHERE …)}; windows and ordered sets are not read. */
    private Term behind(
            List<String> name,
            List<Term> arguments,
            boolean star,
            boolean distinct,
            List<Term.Order> order,
            int start) {
        Term filter = null;
        if (tokens.isWord("filter") && tokens.is(1, TokenKind.LEFT_PAREN)) {
            tokens.move(2);
            tokens.expectWord("where");
            filter = terms.term();
            tokens.expect(TokenKind.RIGHT_PAREN);
        }
        if (tokens.isWord("over") || tokens.isWord("within")) {
            throw tokens.unread();
        }
        return new Term.Call(name, arguments, star, distinct, order, filter, tokens.since(start));
    }

    private List<Term> arguments(String function) {
        List<Term> arguments = new ArrayList<>();
        arguments.add(argument());
        if (function.equals("substring") && (tokens.isWord("from") || tokens.isWord("for"))) {
            return substring(arguments);
        }
        while (tokens.skip(TokenKind.COMMA)) {
            arguments.add(argument());
        }
        return arguments;
    }

    private Term argument() {
        if (tokens.isWord("variadic")) {
            throw tokens.unread();
        }
        Term term = terms.term();
        if (tokens.is(TokenKind.EQUALS_GREATER) || tokens.is(TokenKind.COLON_EQUALS)) {
            throw tokens.unread();
        }
        return term;
    }

    /** {@code substring(text FROM start FOR count)}; FROM a pattern is another function. */
    private List<Term> substring(List<Term> arguments) {
        if (tokens.skipWords("from")) {
            arguments.add(terms.term());
        } else {
            Span here = arguments.getFirst().span();
            arguments.add(new Term.Constant(new Datum.Number(BigDecimal.ONE, true), here));
        }
        if (tokens.skipWords("for")) {
            arguments.add(terms.term());
        }
        return arguments;
    }

    /** {@code trim(BOTH characters FROM text)} and the shorter forms. */
    private Term trim(int start) {
        String function = "btrim";
        if (tokens.isAnyWord(Set.of("both", "leading", "trailing"))) {
            Token side = tokens.take();
            function = side.isWord("leading") ? "ltrim" : side.isWord("trailing") ? "rtrim" : "btrim";
        }
        @Nullable Term characters = tokens.isWord("from") ? null : terms.term();
        List<Term> arguments;
        if (tokens.skipWords("from")) {
            Term text = terms.term();
            arguments = characters == null ? List.of(text) : List.of(text, characters);
        } else if (characters != null) {
            arguments = tokens.skip(TokenKind.COMMA) ? List.of(characters, terms.term()) : List.of(characters);
        } else {
            throw tokens.unread();
        }
        tokens.expect(TokenKind.RIGHT_PAREN);
        return new Term.Call(List.of(function), arguments, false, false, List.of(), null, tokens.since(start));
    }

    /** ORDER BY, if it stands here. */
    static List<Term.Order> order(TermReader terms) {
        TermTokens tokens = terms.tokens();
        List<Term.Order> order = new ArrayList<>();
        if (!tokens.skipWords("order", "by")) {
            return order;
        }
        do {
            Term term = terms.term();
            boolean descending = tokens.skipWords("desc");
            if (!descending) {
                tokens.skipWords("asc");
            }
            boolean first = tokens.skipWords("nulls", "first");
            boolean last = !first && tokens.skipWords("nulls", "last");
            order.add(new Term.Order(term, descending, first || descending && !last));
        } while (tokens.skip(TokenKind.COMMA));
        return order;
    }
}
