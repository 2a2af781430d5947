package dev.greenlight.replay;

import dev.greenlight.source.Piece;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Code as it is read, and where it stands. Between dollar quotes it is a part of its file; between other quotes, where
 * quotes in it are doubled, it is a text of its own with places in that file.
 *
 * @param span the code in the file, without what is around it
 */
record CodeText(SourceFile file, Span span) {

    /** What a string constant of a file holds. */
    static CodeText of(SourceFile file, Token constant) {
        String written = file.text(constant.span());
        int quote = (written.length() - constant.value().length()) / 2;
        if (written.startsWith(constant.value(), quote) && written.endsWith(written.substring(0, quote))) {
            int start = constant.start() + quote;
            return new CodeText(file, new Span(start, start + constant.value().length()));
        }
        List<Piece> pieces = pieces(written, constant.start());
        boolean exact = new Value.Text(pieces).value().equals(constant.value());
        return of(file, exact ? pieces : List.of(new Piece(constant.value(), constant.span())));
    }

    /** What is between the quotes of a string, with doubled ones made one. */
    private static List<Piece> pieces(String written, int start) {
        List<Piece> pieces = new ArrayList<>();
        int from = written.indexOf('\'') + 1;
        int end = Math.max(from, written.length() - 1);
        for (int doubled = written.indexOf("''", from);
                doubled >= 0 && doubled + 2 <= end;
                doubled = written.indexOf("''", from)) {
            pieces.add(new Piece(written.substring(from, doubled + 1), new Span(start + from, start + doubled + 1)));
            from = doubled + 2;
        }
        pieces.add(new Piece(written.substring(from, end), new Span(start + from, start + end)));
        return pieces;
    }

    /** A text that was put together; there is something in it. */
    static CodeText of(SourceFile file, List<Piece> pieces) {
        SourceFile composed = file.composed(pieces);
        return new CodeText(composed, new Span(0, composed.text().length()));
    }

    /** The code of a routine that a statement calls: all of it stands where the call does. */
    static CodeText calledAt(SourceFile file, Span call, String code) {
        return of(file, List.of(new Piece(code, call)));
    }

    String text() {
        return file.text(span);
    }
}
