package dev.greenlight.sql;

/**
 * What a piece of SQL text is by its form alone (manual 4.1, Lexical Structure). Key words are not told from
 * identifiers here: which words are reserved depends on the place.
 */
public enum TokenKind {
    /** An unquoted identifier or key word. */
    WORD,
    /** {@code "…"} or {@code U&"…"}, the latter with its UESCAPE clause. */
    QUOTED_IDENTIFIER,
    /** {@code '…'}, {@code E'…'}, {@code N'…'} or {@code U&'…'}, with what continues it on further lines. */
    STRING,
    /** {@code B'…'} or {@code X'…'}. */
    BIT_STRING,
    /** {@code $$…$$} or {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** Digits, also hexadecimal, octal and binary ones. */
    INTEGER,
    /** A number with a decimal point or an exponent. */
    NUMERIC,
    /** {@code $1}. */
    PARAMETER,
    OPERATOR,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    COMMA,
    /** {@code ;}, or psql's {@code \;}. */
    SEMICOLON,
    DOT,
    COLON,
    /** {@code ::}. */
    TYPECAST,
    /** {@code :=}. */
    COLON_EQUALS,
    /** {@code =>}. */
    EQUALS_GREATER,
    /** {@code ..}. */
    DOT_DOT,
    /** Something that a tool fills in before PostgreSQL sees it, with the name characters directly around it. */
    PLACEHOLDER,
    WHITESPACE,
    LINE_COMMENT,
    BLOCK_COMMENT,
    /** psql's backslash and the rest of its line. */
    META_COMMAND,
    /** The rows that follow {@code COPY … FROM stdin;}, with the line {@code \.} that ends them. */
    COPY_DATA,
    /** Text that PostgreSQL's lexer rejects. */
    ERROR;

    /** Whether PostgreSQL's parser never sees it. */
    public boolean isTrivia() {
        return this == WHITESPACE || isComment();
    }

    public boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
