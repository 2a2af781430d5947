package dev.greenlight.source;

import java.util.List;

/**
 * Which place before replacements a place after them was. Places outside of replaced parts are exact; one inside of a
 * value was anywhere in what the value replaced.
 */
final class Replacements implements Places {
    private final List<Edit> edits;
    /** Where each value begins in the text after the replacements, and where it ends. */
    private final int[] starts;

    private final int[] ends;

    /** @param edits sorted and not overlapping, with spans of the text before */
    Replacements(List<Edit> edits) {
        this.edits = List.copyOf(edits);
        this.starts = new int[edits.size()];
        this.ends = new int[edits.size()];
        int growth = 0;
        for (int i = 0; i < starts.length; i++) {
            Edit edit = edits.get(i);
            starts[i] = edit.span().start() + growth;
            ends[i] = starts[i] + edit.replacement().length();
            growth += edit.replacement().length() - edit.span().length();
        }
    }

    /** Inside of a value the beginning of what it replaced. Behind a replaced part that left nothing, its end. */
    @Override
    public int before(int offset) {
        int last = lastWith(starts, offset);
        if (last < 0) {
            return offset;
        }
        Span replaced = edits.get(last).span();
        return offset < ends[last] ? replaced.start() : replaced.end() + offset - ends[last];
    }

    /** Inside of a value the end of what it replaced. In front of a replaced part that left nothing, its beginning. */
    private int beforeEnd(int offset) {
        int last = lastWith(starts, offset - 1);
        if (last < 0) {
            return offset;
        }
        Span replaced = edits.get(last).span();
        return offset < ends[last] ? replaced.end() : replaced.end() + offset - ends[last];
    }

    @Override
    public Span before(Span span) {
        int start = before(span.start());
        return new Span(start, Math.max(start, beforeEnd(span.end())));
    }

    /** The last of the places that is not behind the offset, or -1. */
    private static int lastWith(int[] places, int offset) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
