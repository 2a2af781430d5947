package dev.greenlight.sql;

import java.util.List;

/** Reads INSERT. */
final class InsertParser {
    private InsertParser() {}

    static Statement parse(Cursor cursor, DataParser.With with) {
        cursor.expectWords("insert", "into");
        ObjectName table = NameParser.objectName(cursor);
        if (cursor.acceptWords("as")) {
            NameParser.name(cursor);
        }
        int target = cursor.position();
        List<Name> columns = isColumnList(cursor) ? SetListParser.columns(cursor) : List.of();
        overriding(cursor);
        boolean bare = cursor.position() == target;
        boolean values = isValues(cursor);
        QueryParser.orTemplate(cursor, () -> source(cursor, bare));
        return new DataStatement.Insert(
                table,
                columns,
                values,
                with.changes(),
                new Query(cursor.tokensFrom(with.start())),
                cursor.spanFrom(with.start()));
    }

    /** Names, where no query stands in the parentheses. */
    private static boolean isColumnList(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN)
                && NameParser.isName(cursor.peek(1), Keywords::mayNameColumn)
                && !(cursor.isWordAt(1, "values") && cursor.peek(2).is(TokenKind.LEFT_PAREN));
    }

    /** Whether rows are written out, be it in parentheses. */
    private static boolean isValues(Cursor cursor) {
        int ahead = 0;
        while (cursor.peek(ahead).is(TokenKind.LEFT_PAREN)) {
            ahead++;
        }
        return cursor.isWordAt(ahead, "values") || cursor.isWord("default", "values");
    }

    static void overriding(Cursor cursor) {
        if (cursor.acceptWords("overriding")) {
            cursor.expectAnyWord("system", "user");
            cursor.expectWord("value");
        }
    }

    /**
     * The rows, and what follows them.
     *
     * @param bare whether neither columns nor OVERRIDING stand before them, as DEFAULT VALUES asks for
     */
    private static boolean source(Cursor cursor, boolean bare) {
        if (!bare || !cursor.acceptWords("default", "values")) {
            if (!QueryParser.isQuery(cursor)) {
                throw cursor.failExpected("VALUES or a query");
            }
            QueryParser.skip(cursor);
        }
        if (cursor.acceptWords("on")) {
            onConflict(cursor);
        }
        SetListParser.returning(cursor);
        return true;
    }

    private static void onConflict(Cursor cursor) {
        cursor.expectWord("conflict");
        if (cursor.acceptWords("on")) {
            cursor.expectWord("constraint");
            NameParser.name(cursor);
        } else if (cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.parenthesized(() -> IndexElementParser.parse(cursor));
            SelectParser.where(cursor);
        }
        cursor.expectWord("do");
        if (cursor.expectAnyWord("nothing", "update").equals("update")) {
            cursor.expectWord("set");
            SetListParser.assignments(cursor);
            SelectParser.where(cursor);
        }
    }
}
