package dev.greenlight.sql;

/** The forms of quoting, as far as they differ in how their end is found and what they mean. */
enum Quoting {
    STRING(TokenKind.STRING, '\'', "quoted string"),
    /** {@code E'…'}, manual 4.1.2.2. */
    ESCAPE_STRING(TokenKind.STRING, '\'', "quoted string"),
    /** {@code U&'…'}, manual 4.1.2.3. */
    UNICODE_STRING(TokenKind.STRING, '\'', "quoted string"),
    BIT_STRING(TokenKind.BIT_STRING, '\'', "bit string"),
    IDENTIFIER(TokenKind.QUOTED_IDENTIFIER, '"', "quoted identifier"),
    UNICODE_IDENTIFIER(TokenKind.QUOTED_IDENTIFIER, '"', "quoted identifier");

    private final TokenKind kind;
    private final char quote;
    private final String description;

    Quoting(TokenKind kind, char quote, String description) {
        this.kind = kind;
        this.quote = quote;
        this.description = description;
    }

    TokenKind kind() {
        return kind;
    }

    char quote() {
        return quote;
    }

    Unclosed unclosed() {
        return new Unclosed(quote, description);
    }

    /** Whether its quote, doubled, stands for itself. */
    boolean doublesQuotes() {
        return this != BIT_STRING;
    }

    boolean hasUnicodeEscapes() {
        return this == UNICODE_STRING || this == UNICODE_IDENTIFIER;
    }
}
