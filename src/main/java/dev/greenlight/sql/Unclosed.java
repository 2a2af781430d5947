package dev.greenlight.sql;

import dev.greenlight.source.SourceFile;

/**
 * A quote or comment that a text never closes.
 *
 * @param mark the character that would have ended it
 */
record Unclosed(char mark, String description) {

    Token error(String text, int start, int end) {
        int line = SourceFile.of("", text).position(start).line();
        return new Token(
                TokenKind.ERROR, start, end, "unterminated " + description + ", opened in line " + line + ": close it");
    }

    /** Whether this token, which is closed, may in truth be the one that is not: its end the beginning of another. */
    boolean mayBe(Token token, String text) {
        return switch (token.kind()) {
            case STRING, BIT_STRING, QUOTED_IDENTIFIER, DOLLAR_STRING -> text.charAt(token.end() - 1) == mark;
            default -> false;
        };
    }
}
