package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/**
 * What stands between the quotes of a literal: in one piece, or in several where it goes on in further quotes.
 *
 * @param quote what stands for itself if it is doubled
 * @param spans of the pieces, without their quotes
 */
record QuotedPieces(String text, char quote, List<Span> spans) {

    /** All of it, with doubled quotes made single; other escapes are still there. */
    String joined() {
        if (spans.size() == 1) {
            return piece(spans.getFirst());
        }
        StringBuilder joined = new StringBuilder();
        spans.forEach(span -> joined.append(piece(span)));
        return joined.toString();
    }

    private String piece(Span span) {
        String inner = text.substring(span.start(), span.end());
        if (inner.indexOf(quote) < 0) {
            return inner;
        }
        return quote == '"' ? inner.replace("\"\"", "\"") : inner.replace("''", "'");
    }

    /** Where in the text a character of what is joined stands; its length is the place of the closing quote. */
    int place(int offset) {
        int left = offset;
        for (Span span : spans) {
            int i = span.start();
            while (i < span.end() && left > 0) {
                i += text.charAt(i) == quote ? 2 : 1;
                left--;
            }
            if (i < span.end()) {
                return i;
            }
        }
        return spans.getLast().end();
    }
}
