package dev.greenlight.source;

import java.util.List;

/**
 * Where the places of a text that was put together were before. Places in a piece that was taken as it stood are exact;
 * one inside of another piece was anywhere in what the piece stands for.
 */
final class PiecePlaces implements Places {
    private final String text;

    private final List<Piece> pieces;
    /** Where each piece begins in the text that was put together, and where the last one ends. */
    private final int[] starts;

    /**
     * @param text the one that they came from
     * @param pieces at least one, none of them empty
     */
    PiecePlaces(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
        this.starts = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).text().length();
        }
    }

    @Override
    public int before(int offset) {
        int found = pieceAt(offset);
        Span origin = pieces.get(found).origin();
        int within = offset - starts[found];
        if (isExact(found)) {
            return origin.start() + within;
        }
        return offset == starts[found + 1] ? origin.end() : origin.start();
    }

    @Override
    public Span before(Span span) {
        int last = pieceAt(Math.max(span.start(), span.end() - 1));
        Span origin = pieces.get(last).origin();
        int end = isExact(last) ? origin.start() + span.end() - starts[last] : origin.end();
        int start = before(span.start());
        return new Span(Math.min(start, end), Math.max(start, end));
    }

    private boolean isExact(int piece) {
        String part = pieces.get(piece).text();
        Span origin = pieces.get(piece).origin();
        return part.length() == origin.length() && text.startsWith(part, origin.start());
    }

    /** The place behind all belongs to the last piece. */
    private int pieceAt(int offset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offset < starts[middle + 1]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
