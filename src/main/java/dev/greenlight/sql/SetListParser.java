package dev.greenlight.sql;

import java.util.List;

/** Reads the lists that statements which change rows have: columns, what is assigned to them, what is returned. */
final class SetListParser {
    private SetListParser() {}

    /** {@code (column, …)}. */
    static List<Name> columns(Cursor cursor) {
        return cursor.parenthesized(() -> column(cursor));
    }

    /** A column, of which a field or an element may be meant. */
    private static Name column(Cursor cursor) {
        Name name = NameParser.name(cursor);
        OperandParser.indirection(cursor);
        return name;
    }

    /** {@code column = value, (column, …) = row}; gives the columns. */
    static List<Name> assignments(Cursor cursor) {
        return cursor.commaSeparated(() -> assignment(cursor)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Name> assignment(Cursor cursor) {
        List<Name> columns = cursor.is(TokenKind.LEFT_PAREN) ? columns(cursor) : List.of(column(cursor));
        cursor.expectOperator("=");
        ExpressionParser.skip(cursor);
        return columns;
    }

    /** {@code RETURNING [WITH (OLD AS name, NEW AS name)] …}, if it stands here; WITH came with PostgreSQL 18. */
    static void returning(Cursor cursor) {
        if (!cursor.acceptWords("returning")) {
            return;
        }
        if (cursor.acceptWords("with")) {
            cursor.parenthesized(() -> returningAlias(cursor));
        }
        SelectParser.targets(cursor);
    }

    private static Name returningAlias(Cursor cursor) {
        cursor.expectAnyWord("old", "new");
        cursor.expectWord("as");
        return NameParser.name(cursor);
    }
}
