package dev.greenlight.sql;

/** Finds where ORDER BY ends (manual 7.5). */
final class SortParser {
    private SortParser() {}

    /** Moves behind {@code ORDER BY …}; says whether it stands here. */
    static boolean orderBy(Cursor cursor) {
        boolean ordered = cursor.acceptWords("order");
        if (ordered) {
            cursor.expectWord("by");
            cursor.commaSeparated(() -> key(cursor));
        }
        return ordered;
    }

    private static boolean key(Cursor cursor) {
        ExpressionParser.skip(cursor);
        if (cursor.acceptWords("using")) {
            OperatorParser.skip(cursor);
        } else {
            cursor.acceptAnyWord("asc", "desc");
        }
        if (cursor.acceptWords("nulls")) {
            cursor.expectAnyWord("first", "last");
        }
        return true;
    }
}
