package dev.greenlight.sql;

import dev.greenlight.source.SourceFile;

/**
 * A quote or comment that a text never closes.
 *
 * @param kind what the token would have been
 */
record Unclosed(TokenKind kind, String description) {

    Token error(String text, int start, int end) {
        int line = SourceFile.of("", text).position(start).line();
        return new Token(TokenKind.ERROR, start, end, "unterminated " + description + ", opened in line " + line);
    }
}
