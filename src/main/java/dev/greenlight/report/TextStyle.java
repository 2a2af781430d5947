package dev.greenlight.report;

import dev.greenlight.rule.Level;

/** How a piece of text looks on a terminal that shows colours. */
enum TextStyle {
    PLAIN(""),
    STRONG("1"),
    FAINT("34"),
    GREEN("1;32"),
    NOTE("1;36"),
    YELLOW("1;33"),
    RED("1;31");

    private static final String ESCAPE = "\u001B[";

    private final String code;

    TextStyle(String code) {
        this.code = code;
    }

    static TextStyle of(Level level) {
        return switch (level) {
            case NOTE -> NOTE;
            case YELLOW -> YELLOW;
            case RED -> RED;
        };
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
