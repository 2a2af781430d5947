package dev.greenlight.report;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file that a span is on, each with its number and its part of the span underlined. Of a span over many
 * lines the middle is left out.
 */
final class Excerpt {
    private static final int MOST_LINES = 4;
    private static final int HEAD = 2;

    private final SourceFile file;
    private final Span span;
    private final int first;
    private final int last;

    private Excerpt(SourceFile file, Span span) {
        this.file = file;
        this.span = span;
        this.first = file.position(span.start()).line();
        this.last = span.isEmpty() ? first : file.position(span.end() - 1).line();
    }

    /** Of the file as written, wherever the span is in the text that is sent. */
    static Excerpt of(SourceFile file, Span span) {
        return new Excerpt(file.written(), file.written(span));
    }

    /** How many digits its line numbers have. */
    int digits() {
        return Integer.toString(last).length();
    }

    /**
     * Draws it.
     *
     * @param gutter the width of the column for line numbers
     * @param sign what to underline with
     * @param label what to say behind the last underline
     */
    List<TextLine> draw(int gutter, char sign, TextStyle style, String label) {
        List<TextLine> drawn = new ArrayList<>();
        boolean shortened = last - first >= MOST_LINES;
        for (int line = first; line <= last; line++) {
            if (shortened && line == first + HEAD) {
                drawn.add(new TextLine().add(TextStyle.FAINT, " ".repeat(gutter - 1) + "..."));
                line = last;
            }
            MarkedLine marked = marked(line);
            drawn.add(new TextLine().add(TextStyle.FAINT, number(line, gutter)).add(" " + marked.text()));
            if (!marked.text().isBlank() || span.isEmpty()) {
                drawn.add(new TextLine()
                        .add(TextStyle.FAINT, " ".repeat(gutter + 1) + "|")
                        .add(style, " " + marked.underline(sign) + (line == last ? " " + label : "")));
            }
        }
        return drawn;
    }

    private static String number(int line, int gutter) {
        String digits = Integer.toString(line);
        return " ".repeat(gutter - digits.length()) + digits + " |";
    }

    private MarkedLine marked(int line) {
        Span whole = file.lineSpan(line);
        int start = Math.max(whole.start(), span.start());
        int end = Math.max(start, Math.min(whole.end(), span.end()));
        while (line > first && start < end && Character.isWhitespace(file.text().charAt(start))) {
            start++;
        }
        return MarkedLine.of(file.text(), whole, new Span(start, end));
    }
}
