package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Atlas ends statements by a delimiter that a file gives itself: not in quotes, dollar quotes, parentheses and
 * comments; but a comment may be the delimiter ({@code Scanner.stmt} of Atlas).
 */
final class AtlasDelimiters {
    private final String text;
    private final String delimiter;
    private final List<Span> found = new ArrayList<>();
    private int at;
    private int depth;

    private AtlasDelimiters(String text, String delimiter, int start) {
        this.text = text;
        this.delimiter = delimiter;
        this.at = start;
    }

    /** @param start behind the line that gives the delimiter */
    static List<Span> of(String text, String delimiter, int start) {
        AtlasDelimiters delimiters = new AtlasDelimiters(text, delimiter, start);
        while (delimiters.at < text.length()) {
            delimiters.step();
        }
        return delimiters.found;
    }

    private void step() {
        char c = text.charAt(at);
        if (depth == 0 && text.startsWith(delimiter, at)) {
            found.add(new Span(at, at + delimiter.length()));
            at += delimiter.length();
        } else if (c == '\'' || c == '"' || c == '`') {
            skip(String.valueOf(c), 1);
        } else if (c == '$' && tagEnd() > 0) {
            skip(text.substring(at, tagEnd()), tagEnd() - at);
        } else if (text.startsWith("--", at)) {
            skip("\n", 2);
        } else if (text.startsWith("/*", at)) {
            skip("*/", 2);
        } else {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
        }
    }

    /** To behind the close; to the end if there is none. */
    private void skip(String close, int opened) {
        int end = text.indexOf(close, at + opened);
        at = end < 0 ? text.length() : end + close.length();
    }

    /** The end of the {@code $tag$} that begins here, or -1. */
    private int tagEnd() {
        int end = at + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        boolean tag = end < text.length() && text.charAt(end) == '$';
        return tag && !Character.isDigit(text.charAt(at + 1)) ? end + 1 : -1;
    }
}
