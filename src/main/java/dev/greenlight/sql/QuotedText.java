package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything between single or double quotes. A string may go on in further quotes if nothing but white space
 * with a line end in it, and line comments, lies between (manual 4.1.2.1): such pieces are one token, with what lies
 * between them. A literal with Unicode escapes takes in its UESCAPE clause.
 */
final class QuotedText {
    private final String text;
    private final int limit;
    private final Trivia trivia;

    QuotedText(String text, int limit, Trivia trivia) {
        this.text = text;
        this.limit = limit;
        this.trivia = trivia;
    }

    /**
     * @param start where the token begins
     * @param open where its quote is, behind the prefix if it has one
     * @return null if a quote is never closed
     */
    @Nullable
    Token read(Quoting form, int start, int open) {
        int end = pieceEnd(form, open);
        if (end < 0) {
            return null;
        }
        int next = continuation(form, end);
        if (next < 0) {
            return token(form, start, end, List.of(inner(open, end)));
        }
        List<Span> pieces = new ArrayList<>(List.of(inner(open, end)));
        while (next >= 0) {
            end = pieceEnd(form, next);
            if (end < 0) {
                return null;
            }
            pieces.add(inner(next, end));
            next = continuation(form, end);
        }
        return token(form, start, end, pieces);
    }

    private static Span inner(int open, int end) {
        return new Span(open + 1, end - 1);
    }

    private Token token(Quoting form, int start, int end, List<Span> spans) {
        // In an escape string a doubled quote may follow a backslash that is its own: the escapes are decoded first.
        if (form == Quoting.ESCAPE_STRING) {
            return token(form, start, end, CEscapes.decode(text, spans));
        }
        QuotedPieces pieces = new QuotedPieces(text, form.quote(), spans);
        return form.hasUnicodeEscapes()
                ? unicode(form, start, end, pieces)
                : token(form, start, end, Decoded.of(pieces.joined()));
    }

    private Token unicode(Quoting form, int start, int end, QuotedPieces pieces) {
        UescapeClause clause = UescapeClause.read(text, limit, trivia, end);
        Decoded decoded = clause.problem() == null
                ? UnicodeEscapes.decode(pieces, clause.escape())
                : Decoded.failed(clause.problem(), clause.at());
        return token(form, start, clause.end(), decoded);
    }

    private static Token token(Quoting form, int start, int end, Decoded decoded) {
        if (decoded.problem() != null) {
            return new Token(TokenKind.ERROR, start, end, decoded.problem(), decoded.at());
        }
        if (form.quote() == '"' && decoded.value().isEmpty()) {
            return new Token(TokenKind.ERROR, start, end, "zero-length delimited identifier");
        }
        return new Token(form.kind(), start, end, decoded.value());
    }

    /** Behind the closing quote; a doubled one does not close. */
    private int pieceEnd(Quoting form, int open) {
        int i = open + 1;
        while (true) {
            int close = form == Quoting.ESCAPE_STRING ? unescapedQuote(i) : text.indexOf(form.quote(), i, limit);
            if (close < 0) {
                return -1;
            }
            i = close + 1;
            if (i == limit || text.charAt(i) != form.quote() || !form.doublesQuotes()) {
                return i;
            }
            i++;
        }
    }

    private int unescapedQuote(int start) {
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** The quote with which the constant goes on, or -1. */
    private int continuation(Quoting form, int end) {
        if (form.quote() == '"') {
            return -1;
        }
        boolean newline = false;
        int i = end;
        while (i < limit && (Characters.isSpace(text.charAt(i)) || trivia.isLineComment(i))) {
            newline |= Characters.isNewline(text.charAt(i));
            i = text.charAt(i) == '-' ? trivia.lineEnd(i) : i + 1;
        }
        return newline && i < limit && text.charAt(i) == '\'' ? i : -1;
    }
}
