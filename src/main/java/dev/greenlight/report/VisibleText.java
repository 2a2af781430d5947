package dev.greenlight.report;

import dev.greenlight.source.Visibility;

/**
 * Foreign text made fit to be shown: in one line, and nothing in it that a terminal would obey or a reader not see,
 * such as escape sequences or a change of the writing direction. It escapes for no format: that comes after.
 */
final class VisibleText {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int DELETE = 0x7F;

    private VisibleText() {}

    static String of(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, clean);
        text.substring(clean).codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
    }

    static void append(StringBuilder out, int codePoint) {
        if (!Visibility.isHidden(codePoint)) {
            out.appendCodePoint(codePoint);
        } else if (codePoint < ' ') {
            out.appendCodePoint(CONTROL_PICTURES + codePoint);
        } else if (codePoint == DELETE) {
            out.appendCodePoint(PICTURE_OF_DELETE);
        } else {
            out.append(String.format("<U+%04X>", codePoint));
        }
    }

    private static boolean isPlain(char c) {
        return ' ' <= c && c < DELETE;
    }
}
