package dev.greenlight.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text in the making. All that is added is taken for foreign: it is made visible when the line is written, so
 * that no report can forget it. Nor can a line be a command to a build server that reads its log.
 */
final class TextLine {
    private final List<Piece> pieces = new ArrayList<>();

    TextLine add(String text) {
        return add(TextStyle.PLAIN, text);
    }

    TextLine add(TextStyle style, String text) {
        pieces.add(new Piece(style, text));
        return this;
    }

    void write(boolean color, Appendable out) throws IOException {
        List<Piece> shown = harmless();
        for (Piece piece : shown) {
            out.append(color ? piece.style.paint(piece.text) : piece.text);
        }
        out.append('\n');
    }

    /** The pieces made visible, without blanks at the end of the line. */
    private List<Piece> harmless() {
        List<Piece> shown = new ArrayList<>();
        boolean begun = false;
        for (Piece piece : pieces) {
            String text = withoutCommands(VisibleText.of(piece.text), begun);
            begun |= !text.isBlank();
            shown.add(new Piece(piece.style, text));
        }
        while (!shown.isEmpty() && shown.getLast().text.isBlank()) {
            shown.removeLast();
        }
        if (!shown.isEmpty()) {
            Piece last = shown.removeLast();
            shown.add(new Piece(last.style, last.text.stripTrailing()));
        }
        return shown;
    }

    /**
     * GitHub's runner takes {@code ::} at the beginning of a line, behind blanks, for a command, and {@code ##[}
     * wherever it stands; that of Azure so takes {@code ##vso[}.
     */
    private static String withoutCommands(String text, boolean begun) {
        String result = text.replace("##[", "## [").replace("##vso[", "## vso[");
        if (begun || !result.stripLeading().startsWith("::")) {
            return result;
        }
        int colon = result.indexOf(':');
        return result.substring(0, colon + 1) + " " + result.substring(colon + 1);
    }

    private record Piece(TextStyle style, String text) {}
}
