package dev.greenlight.sql;

/** Reads operators' names (manual 4.1.3 and 4.2.5). */
final class OperatorParser {
    private OperatorParser() {}

    /** Moves behind an operator as an expression has it: {@code +} or {@code OPERATOR(schema.+)}. */
    static void skip(Cursor cursor) {
        if (cursor.acceptWords("operator")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            qualified(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        } else {
            cursor.expect(TokenKind.OPERATOR, "an operator");
        }
    }

    /** An operator with the schema that may stand before it, as DDL has it: {@code schema.+}. */
    static String qualified(Cursor cursor) {
        StringBuilder name = new StringBuilder();
        while (!cursor.is(TokenKind.OPERATOR)) {
            name.append(NameParser.name(cursor).value()).append('.');
            cursor.expect(TokenKind.DOT, "an operator");
        }
        return name.append(cursor.next().value()).toString();
    }
}
