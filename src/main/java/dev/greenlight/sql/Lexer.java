package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/** Divides SQL into tokens as PostgreSQL 18 does (manual 4.1, Lexical Structure). */
public final class Lexer {
    private Lexer() {}

    /** The tokens of a part of a text, in order; each character of the part belongs to exactly one of them. */
    public static List<Token> tokenize(String text, Span within) {
        throw new UnsupportedOperationException();
    }
}
