package dev.greenlight.source;

import java.util.List;

/** One replacement in a text: what lies in the span gives way to the replacement. An empty span inserts. */
public record Edit(Span span, String replacement) {

    /**
     * The text with all edits made, each span counted in the text as it was.
     *
     * @param edits sorted by place and not overlapping; two insertions at one place are made in their order
     * @throws IllegalArgumentException if edits overlap, are not sorted or lie outside the text
     */
    public static String apply(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : edits) {
            if (edit.span.start() < done || edit.span.end() > text.length()) {
                throw new IllegalArgumentException("Out of order, overlapping or outside the text: " + edit);
            }
            result.append(text, done, edit.span.start()).append(edit.replacement);
            done = edit.span.end();
        }
        return result.append(text, done, text.length()).toString();
    }
}
