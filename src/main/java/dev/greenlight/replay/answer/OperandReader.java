package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands between operators: constants, names, calls, what is in parentheses, and casts of these. */
final class OperandReader {
    /** Functions that are written without parentheses (manual 9.9.5, 9.27.1). */
    private static final Set<String> BARE_CALLS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "user");

    private final TermTokens tokens;
    private final TermReader terms;
    private final CallReader calls;
    private final Function<Span, String> text;

    OperandReader(TermTokens tokens, TermReader terms, Function<Span, String> text) {
        this.tokens = tokens;
        this.terms = terms;
        this.text = text;
        this.calls = new CallReader(tokens, terms);
    }

    /** A primary with the subscripts, fields and casts behind it. */
    Term operand() {
        int start = tokens.position();
        Term term = primary();
        while (true) {
            if (tokens.skip(TokenKind.TYPECAST)) {
                term = new Term.Cast(term, type(), tokens.since(start));
            } else if (tokens.skip(TokenKind.LEFT_BRACKET)) {
                Term index = terms.term();
                tokens.expect(TokenKind.RIGHT_BRACKET);
                term = new Term.Subscript(term, index, tokens.since(start));
            } else if (tokens.is(TokenKind.DOT) || tokens.isWord("collate") || tokens.isWord("at")) {
                throw tokens.unread();
            } else {
                return term;
            }
        }
    }

    private TypeName type() {
        TypeName type = TypeName.startOf(tokens.rest()).orElseThrow(tokens::unread);
        while (!tokens.atEnd() && tokens.rest().getFirst().start() < type.span().end()) {
            tokens.take();
        }
        return type;
    }

    private Term primary() {
        Token token = tokens.peek(0);
        if (token == null) {
            throw tokens.unread();
        }
        return switch (token.kind()) {
            case STRING, DOLLAR_STRING -> constant(tokens.take());
            case INTEGER, NUMERIC -> number(tokens.take());
            case LEFT_PAREN -> parentheses();
            case WORD -> word(token);
            case QUOTED_IDENTIFIER -> named();
            case PARAMETER -> new Term.Name(List.of(tokens.take().value()), token.span());
            default -> throw tokens.unread();
        };
    }

    private Term constant(Token token) {
        return new Term.Constant(Constants.text(token, text.apply(token.span())), token.span());
    }

    private static Term number(Token token) {
        return new Term.Constant(Constants.number(token), token.span());
    }

    private Term parentheses() {
        int start = tokens.position();
        tokens.take();
        Term term = isQuery() ? new Term.Scalar(select(), tokens.since(start)) : terms.term();
        tokens.expect(TokenKind.RIGHT_PAREN);
        return term;
    }

    private boolean isQuery() {
        return tokens.isWord("select") || tokens.isWord("with") || tokens.isWord("values") || tokens.isWord("table");
    }

    private Select select() {
        return new SelectReader(terms).select();
    }

    private Term word(Token token) {
        int start = tokens.position();
        return switch (token.value()) {
            case "null" -> constant(new Datum.Null());
            case "true" -> constant(new Datum.Truth(true));
            case "false" -> constant(new Datum.Truth(false));
            case "case" -> choice(start);
            case "array" -> array(start);
            case "exists" -> tokens.is(1, TokenKind.LEFT_PAREN) ? exists(start) : named();
            case "cast" -> cast(start);
            default -> BARE_CALLS.contains(token.value()) ? bare(token, start) : named();
        };
    }

    private Term constant(Datum value) {
        return new Term.Constant(value, tokens.take().span());
    }

    private Term bare(Token token, int start) {
        boolean call = tokens.is(1, TokenKind.LEFT_PAREN);
        if (call) {
            return named();
        }
        tokens.take();
        return new Term.Call(List.of(token.value()), List.of(), false, false, List.of(), null, tokens.since(start));
    }

    private Term exists(int start) {
        tokens.take();
        Select select = inParentheses();
        return new Term.Exists(select, tokens.since(start));
    }

    private Select inParentheses() {
        tokens.expect(TokenKind.LEFT_PAREN);
        Select select;
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            select = inParentheses();
        } else {
            select = select();
        }
        tokens.expect(TokenKind.RIGHT_PAREN);
        return select;
    }

    private Term choice(int start) {
        tokens.take();
        tokens.enter();
        Term operand = tokens.isWord("when") ? null : terms.term();
        List<Term.When> branches = new ArrayList<>();
        while (tokens.skipWords("when")) {
            Term condition = terms.term();
            tokens.expectWord("then");
            branches.add(new Term.When(condition, terms.term()));
        }
        @Nullable Term otherwise = tokens.skipWords("else") ? terms.term() : null;
        tokens.expectWord("end");
        tokens.leave();
        return new Term.Case(operand, branches, otherwise, tokens.since(start));
    }

    private Term array(int start) {
        tokens.take();
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            Select select = inParentheses();
            return new Term.ArrayOfRows(select, tokens.since(start));
        }
        return elements(start);
    }

    /** Arrays of arrays may leave the word out. */
    private Term elements(int start) {
        tokens.expect(TokenKind.LEFT_BRACKET);
        if (tokens.is(TokenKind.LEFT_BRACKET)) {
            throw tokens.unread();
        }
        List<Term> elements = tokens.is(TokenKind.RIGHT_BRACKET) ? List.of() : terms.list();
        tokens.expect(TokenKind.RIGHT_BRACKET);
        return new Term.ArrayOf(elements, tokens.since(start));
    }

    private Term cast(int start) {
        tokens.take();
        tokens.expect(TokenKind.LEFT_PAREN);
        Term operand = terms.term();
        tokens.expectWord("as");
        TypeName type = type();
        tokens.expect(TokenKind.RIGHT_PAREN);
        return new Term.Cast(operand, type, tokens.since(start));
    }

    /** A name, a call, or a constant with its type in front of it. */
    private Term named() {
        int start = tokens.position();
        Token first = tokens.take();
        boolean typed = tokens.is(TokenKind.STRING) && first.is(TokenKind.WORD);
        if (typed) {
            TypeName type = TypeName.startOf(List.of(first)).orElseThrow(tokens::unread);
            return new Term.Cast(constant(tokens.take()), type, tokens.since(start));
        }
        if (first.is(TokenKind.WORD) && !mayBegin(first.value())) {
            throw TermTokens.unread(first);
        }
        List<String> parts = new ArrayList<>(List.of(first.value()));
        while (tokens.is(TokenKind.DOT) && !isStar(1)) {
            tokens.take();
            parts.add(tokens.name());
        }
        return tokens.is(TokenKind.LEFT_PAREN) ? calls.call(parts, start) : new Term.Name(parts, tokens.since(start));
    }

    /** {@code left} and {@code right} are functions too. */
    private boolean mayBegin(String word) {
        return Keywords.mayNameColumn(word) || tokens.is(TokenKind.LEFT_PAREN) && Keywords.mayNameTypeOrFunction(word);
    }

    private boolean isStar(int ahead) {
        Token token = tokens.peek(ahead);
        return token != null && token.is(TokenKind.OPERATOR) && token.value().equals("*");
    }

    boolean isQuantifier() {
        return (tokens.isWord("any") || tokens.isWord("some") || tokens.isWord("all"))
                && tokens.is(1, TokenKind.LEFT_PAREN);
    }

    Term quantified(Term left, String operator, int start) {
        boolean all = tokens.take().isWord("all");
        tokens.expect(TokenKind.LEFT_PAREN);
        Term.Among among = isQuery() ? new Term.Among.Rows(select()) : new Term.Among.Array(terms.term());
        tokens.expect(TokenKind.RIGHT_PAREN);
        return new Term.Quantified(left, operator, all, among, tokens.since(start));
    }

    Term in(Term left, int start) {
        tokens.expect(TokenKind.LEFT_PAREN);
        Term.Among among = isQuery() ? new Term.Among.Rows(select()) : new Term.Among.Items(terms.list());
        tokens.expect(TokenKind.RIGHT_PAREN);
        return new Term.Quantified(left, "=", false, among, tokens.since(start));
    }
}
