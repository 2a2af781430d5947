package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/**
 * A piece of SQL text, in UTF-16 offsets of the text it was read from.
 *
 * @param value what it means: for a word its name folded to lower case; for a quoted identifier and for string kinds
 *     what the quotes and escapes stand for; for a placeholder what is between its marks, or the whole text if name
 *     characters adjoin it; for an error what is wrong; for white space and the data of COPY nothing; else its text
 * @param at where PostgreSQL would point if it blamed this token: within it or behind it where an escape is wrong, else
 *     at its start
 */
public record Token(TokenKind kind, int start, int end, String value, int at) {

    public Token(TokenKind kind, int start, int end, String value) {
        this(kind, start, end, value, start);
    }

    public Span span() {
        return new Span(start, end);
    }

    /** From the first of these to the last; there is one at least. */
    public static Span span(List<Token> tokens) {
        return tokens.getFirst().span().cover(tokens.getLast().span());
    }

    /** What of it is wrong, if something is: from the place to blame to its end. */
    Span blamed() {
        return new Span(at, Math.max(at, end));
    }

    public boolean is(TokenKind other) {
        return kind == other;
    }

    /** How many more parentheses and brackets are open behind it than in front of it: 1, 0 or -1. */
    public int nesting() {
        return switch (kind) {
            case LEFT_PAREN, LEFT_BRACKET -> 1;
            case RIGHT_PAREN, RIGHT_BRACKET -> -1;
            default -> 0;
        };
    }

    /** Whether it is this word, unquoted; {@code lowerCase} is the word as PostgreSQL folds it. */
    public boolean isWord(String lowerCase) {
        return kind == TokenKind.WORD && value.equals(lowerCase);
    }
}
