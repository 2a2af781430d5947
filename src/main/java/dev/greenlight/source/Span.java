package dev.greenlight.source;

/**
 * A half-open range of UTF-16 offsets in a text: {@code start} belongs to it, {@code end} does not. It does not know
 * which text it is in; {@link SourceFile#position} turns its ends into lines and columns.
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No span from " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Whether {@code other} lies in this span; an empty one may lie at either end. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The smallest span that has both in it, and whatever lies between them. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
