package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/**
 * A value expression (manual 4.2), kept as its tokens without white space and comments. What it names is read in
 * {@code dev.greenlight.sql.query}.
 */
public record Expression(List<Token> tokens) {
    public Expression {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("an expression has at least one token");
        }
    }

    /** From its first token to its last one. */
    public Span span() {
        return Token.span(tokens);
    }
}
