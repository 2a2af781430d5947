package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A query or a data-modifying statement (manual 6 and 7), kept as its tokens without white space and comments. What it
 * names is read in {@code dev.greenlight.sql.query}.
 */
public record Query(List<Token> tokens) {
    public Query {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a query has at least one token");
        }
    }

    /** What stands behind SELECT, with that word put before it at a place where another one may stand. */
    public static Query selecting(Span place, List<Token> what) {
        List<Token> tokens = new ArrayList<>();
        tokens.add(new Token(TokenKind.WORD, place.start(), place.end(), "select"));
        tokens.addAll(what);
        return new Query(tokens);
    }

    /** From its first token to its last one. */
    public Span span() {
        return Token.span(tokens);
    }
}
