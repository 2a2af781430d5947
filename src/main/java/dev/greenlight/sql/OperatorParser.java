package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;

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
        return name(cursor).toString();
    }

    /** As {@link #qualified}, in its parts. */
    static ObjectName name(Cursor cursor) {
        List<Name> parts = new ArrayList<>();
        while (!cursor.is(TokenKind.OPERATOR)) {
            parts.add(NameParser.name(cursor));
            cursor.expect(TokenKind.DOT, "an operator");
        }
        parts.add(NameParser.of(cursor.next()));
        return new ObjectName(parts);
    }
}
