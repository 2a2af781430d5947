package dev.greenlight.report;

import dev.greenlight.source.Span;

/**
 * A line of a file as a terminal shows it, with a part of it marked: tabs are blanks, what cannot be seen is made
 * visible, and a long line is cut to what is around the mark.
 *
 * @param indent the columns before the mark
 * @param width the columns of the mark; 0 where nothing of it can be shown
 */
record MarkedLine(String text, int indent, int width) {
    private static final int LIMIT = 120;
    private static final int TAB = 4;
    /** How far into the line a mark may begin for the line to be shown from its beginning. */
    private static final int REACH = 70;

    private static final int CONTEXT = 20;
    private static final String CUT = "…";

    /**
     * @param line the line's place in the text
     * @param mark the part of it to mark, in the same text
     */
    static MarkedLine of(String text, Span line, Span mark) {
        return new Drawing(text, line, mark).draw();
    }

    /** The row below the line that marks the part. */
    String underline(char sign) {
        return " ".repeat(indent) + String.valueOf(sign).repeat(width);
    }

    private static final class Drawing {
        private final String text;
        private final Span line;
        private final Span mark;
        private final StringBuilder shown = new StringBuilder();
        private int columns;
        private int indent = -1;
        private int end = -1;

        Drawing(String text, Span line, Span mark) {
            this.text = text;
            this.line = line;
            this.mark = mark;
        }

        MarkedLine draw() {
            int offset = start();
            if (offset > line.start()) {
                append(CUT);
            }
            while (offset < line.end() && columns < LIMIT) {
                passMark(offset);
                int codePoint = text.codePointAt(offset);
                append(codePoint);
                offset += Character.charCount(codePoint);
            }
            passMark(offset);
            if (offset < line.end()) {
                append(CUT);
            }
            int from = Math.max(indent, 0);
            return new MarkedLine(shown.toString(), from, Math.max(1, (end < 0 ? columns : end) - from));
        }

        private void passMark(int offset) {
            if (indent < 0 && offset >= mark.start()) {
                indent = columns;
            }
            if (end < 0 && offset >= mark.end()) {
                end = columns;
            }
        }

        /** The offset of the first character to show. */
        private int start() {
            int before = mark.start() - line.start();
            if (before <= REACH && width(line.start(), mark.start()) <= REACH) {
                return line.start();
            }
            int start = Math.max(line.start(), mark.start() - CONTEXT);
            boolean inPair = start > line.start() && Character.isLowSurrogate(text.charAt(start));
            return inPair ? start - 1 : start;
        }

        private int width(int from, int to) {
            return text.substring(from, to)
                    .codePoints()
                    .map(codePoint -> codePoint == '\t' ? TAB : DisplayWidth.of(codePoint))
                    .sum();
        }

        private void append(int codePoint) {
            if (codePoint == '\t') {
                append(" ".repeat(TAB - columns % TAB));
            } else {
                append(VisibleText.of(Character.toString(codePoint)));
            }
        }

        private void append(String part) {
            shown.append(part);
            columns += DisplayWidth.of(part);
        }
    }
}
