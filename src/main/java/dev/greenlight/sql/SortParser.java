package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Finds where ORDER BY ends (manual 7.5). */
final class SortParser {
    private SortParser() {}

    /** Moves behind {@code ORDER BY …}; says whether it stands here. */
    static boolean orderBy(Cursor cursor) {
        boolean ordered = cursor.isWord("order");
        if (ordered) {
            expectOrderBy(cursor);
        }
        return ordered;
    }

    static void expectOrderBy(Cursor cursor) {
        cursor.expectWords("order", "by");
        cursor.commaSeparated(() -> key(cursor));
    }

    private static boolean key(Cursor cursor) {
        ExpressionParser.skip(cursor);
        if (cursor.acceptWords("using")) {
            OperatorParser.skip(cursor);
        } else {
            cursor.acceptAnyWord("asc", "desc");
        }
        nulls(cursor);
        return true;
    }

    /** {@code first} or {@code last} of {@code NULLS FIRST} and {@code NULLS LAST}; null if neither stands here. */
    static @Nullable String nulls(Cursor cursor) {
        if (cursor.isWord("nulls", "first") || cursor.isWord("nulls", "last")) {
            cursor.next();
            return cursor.next().value();
        }
        return null;
    }
}
