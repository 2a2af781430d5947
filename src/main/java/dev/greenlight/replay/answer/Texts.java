package dev.greenlight.replay.answer;

import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Parts of texts that keep the places of what they were put together from. */
final class Texts {
    private Texts() {}

    static Datum.Text join(List<Datum.Text> parts) {
        List<Piece> pieces = new ArrayList<>();
        parts.forEach(part -> pieces.addAll(part.pieces()));
        return new Datum.Text(pieces, Datum.Kind.TEXT);
    }

    /** A part of a text, in UTF-16 offsets. */
    static Datum.Text slice(Datum.Text text, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (Piece piece : text.pieces()) {
            int end = start + piece.text().length();
            if (Math.max(from, start) < Math.min(to, end)) {
                pieces.add(slice(piece, Math.max(from, start) - start, Math.min(to, end) - start));
            }
            start = end;
        }
        return new Datum.Text(pieces, Datum.Kind.TEXT);
    }

    private static Piece slice(Piece piece, int from, int to) {
        Span origin = piece.origin();
        boolean verbatim = origin.end() - origin.start() == piece.text().length();
        Span place = verbatim ? new Span(origin.start() + from, origin.start() + to) : origin;
        return new Piece(piece.text().substring(from, to), place);
    }

    /** Another text that stands for this one. */
    static Datum.Text instead(Datum.Text text, String value) {
        if (text.value().equals(value)) {
            return new Datum.Text(text.pieces(), Datum.Kind.TEXT);
        }
        Span place = text.pieces().isEmpty()
                ? new Span(0, 0)
                : text.pieces()
                        .getFirst()
                        .origin()
                        .cover(text.pieces().getLast().origin());
        return Datum.Text.at(place, value, Datum.Kind.TEXT);
    }
}
