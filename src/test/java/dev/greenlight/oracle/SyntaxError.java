package dev.greenlight.oracle;

/**
 * Why PostgreSQL's parser rejects a statement.
 *
 * @param offset of the offending token in the statement, in characters, counted from 0; -1 if the server names none
 */
public record SyntaxError(String sqlState, String message, int offset) {}
