package dev.greenlight.sql;

/** Finds where {@code JSON_TABLE (…)} ends (manual 9.16.4). */
final class JsonTableParser {
    private JsonTableParser() {}

    /** Moves from the opening parenthesis behind the closing one. */
    static void skip(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        JsonClauseParser.value(cursor);
        cursor.expect(TokenKind.COMMA);
        path(cursor);
        if (cursor.acceptWords("as")) {
            NameParser.name(cursor);
        }
        JsonClauseParser.passing(cursor);
        columns(cursor);
        JsonClauseParser.onError(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void path(Cursor cursor) {
        Token first = cursor.peek();
        int start = cursor.position();
        ExpressionParser.skip(cursor);
        if (!CallParser.isText(first) || cursor.position() > start + 1) {
            throw new ParseFailure(first, "only string constants are supported in JSON_TABLE path specification");
        }
    }

    private static void columns(Cursor cursor) {
        cursor.expectWord("columns");
        cursor.parenthesized(() -> column(cursor));
    }

    private static boolean column(Cursor cursor) {
        if (isNested(cursor)) {
            nested(cursor);
            return true;
        }
        NameParser.name(cursor);
        if (cursor.acceptWords("for")) {
            cursor.expectWord("ordinality");
            return true;
        }
        TypeNameParser.type(cursor);
        value(cursor);
        return true;
    }

    /** Else it is a column that is called so, but its type cannot be called {@code path}. */
    private static boolean isNested(Cursor cursor) {
        return cursor.isWord("nested", "path") || cursor.isWord("nested") && CallParser.isText(cursor.peek(1));
    }

    private static void nested(Cursor cursor) {
        cursor.expectWord("nested");
        cursor.acceptWords("path");
        SettingParser.string(cursor);
        if (cursor.acceptWords("as")) {
            NameParser.name(cursor);
        }
        cursor.nested(() -> {
            columns(cursor);
            return true;
        });
    }

    /** What follows a column's type. */
    private static void value(Cursor cursor) {
        if (cursor.acceptWords("exists")) {
            valuePath(cursor);
            JsonClauseParser.onError(cursor);
            return;
        }
        JsonClauseParser.format(cursor);
        valuePath(cursor);
        JsonClauseParser.wrapper(cursor);
        JsonClauseParser.quotes(cursor);
        JsonClauseParser.onEmptyOrError(cursor);
    }

    private static void valuePath(Cursor cursor) {
        if (cursor.acceptWords("path")) {
            SettingParser.string(cursor);
        }
    }
}
