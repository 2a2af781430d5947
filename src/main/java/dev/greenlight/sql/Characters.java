package dev.greenlight.sql;

/** The classes of characters that PostgreSQL's lexer knows (manual 4.1). */
final class Characters {
    private Characters() {}

    /** White space: tab, line feed, vertical tab (since 16), form feed, carriage return and space, nothing beyond. */
    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Every character beyond ASCII counts as a letter, a non-breaking space too (manual 4.1.1). */
    static boolean isWordStart(char c) {
        return isAsciiLetter(c) || c == '_' || c >= 0x80;
    }

    static boolean isWordPart(char c) {
        return isTagPart(c) || c == '$';
    }

    /** What the tag of a dollar quote and the name of a psql variable are made of. */
    static boolean isTagPart(char c) {
        return isWordStart(c) || isDigit(c);
    }

    static boolean isOperator(char c) {
        return switch (c) {
            case '+', '-', '*', '/', '<', '>', '=' -> true;
            default -> allowsTrailingSign(c);
        };
    }

    /** The characters that let an operator end with {@code +} or {@code -} (manual 4.1.3). */
    static boolean allowsTrailingSign(char c) {
        return switch (c) {
            case '~', '!', '@', '#', '%', '^', '&', '|', '`', '?' -> true;
            default -> false;
        };
    }
}
