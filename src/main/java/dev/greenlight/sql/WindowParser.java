package dev.greenlight.sql;

/** Finds where window definitions end (manual 4.2.8). */
final class WindowParser {
    private WindowParser() {}

    /** Moves behind {@code WINDOW name AS (…), …} if it stands here. */
    static void clause(Cursor cursor) {
        if (cursor.acceptWords("window")) {
            cursor.commaSeparated(() -> named(cursor));
        }
    }

    private static Name named(Cursor cursor) {
        Name name = NameParser.name(cursor);
        cursor.expectWord("as");
        specification(cursor);
        return name;
    }

    /** What follows OVER: a window's name or its definition. */
    static void over(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            specification(cursor);
        } else {
            NameParser.name(cursor);
        }
    }

    private static void specification(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (isNamed(cursor)) {
            NameParser.name(cursor);
        }
        if (cursor.acceptWords("partition")) {
            cursor.expectWord("by");
            ExpressionParser.skipList(cursor);
        }
        SortParser.orderBy(cursor);
        frame(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static boolean isNamed(Cursor cursor) {
        return NameParser.isName(cursor.peek(), Keywords::mayNameColumn)
                && !cursor.isAnyWord("partition", "range", "rows", "groups");
    }

    private static void frame(Cursor cursor) {
        if (cursor.acceptAnyWord("range", "rows", "groups").isEmpty()) {
            return;
        }
        if (cursor.acceptWords("between")) {
            bound(cursor);
            cursor.expectWord("and");
        }
        bound(cursor);
        if (cursor.acceptWords("exclude")) {
            excluded(cursor);
        }
    }

    private static void bound(Cursor cursor) {
        if (cursor.acceptWords("current", "row")) {
            return;
        }
        Token behind = cursor.peek(1);
        boolean name = behind.is(TokenKind.LEFT_PAREN) || behind.is(TokenKind.DOT);
        if (name || !cursor.acceptWords("unbounded")) {
            ExpressionParser.skip(cursor);
        }
        cursor.expectAnyWord("preceding", "following");
    }

    private static void excluded(Cursor cursor) {
        switch (cursor.expectAnyWord("current", "group", "ties", "no")) {
            case "current" -> cursor.expectWord("row");
            case "no" -> cursor.expectWord("others");
            default -> {}
        }
    }
}
