package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/** Shows tokens as lines of text, for tests to compare: {@code WORD 0-6 select}. */
final class Tokens {
    private Tokens() {}

    static List<Token> of(String sql) {
        return Lexer.tokenize(sql, new Span(0, sql.length()));
    }

    /** All tokens but white space. */
    static List<String> shown(String sql) {
        return of(sql).stream()
                .filter(token -> !token.is(TokenKind.WHITESPACE))
                .map(Tokens::show)
                .toList();
    }

    /** The one token that the whole of the SQL is. */
    static Token only(String sql) {
        List<Token> tokens = of(sql);
        if (tokens.size() != 1) {
            throw new AssertionError("Not one token: " + tokens);
        }
        return tokens.getFirst();
    }

    static String joined(String sql, List<Token> tokens) {
        StringBuilder joined = new StringBuilder();
        tokens.forEach(token -> joined.append(sql, token.start(), token.end()));
        return joined.toString();
    }

    private static String show(Token token) {
        return token.kind() + " " + token.start() + "-" + token.end() + " " + token.value();
    }
}
