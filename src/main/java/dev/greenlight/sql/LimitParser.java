package dev.greenlight.sql;

/** Finds where LIMIT, OFFSET, FETCH and the locking clauses end (manual 7.6 and 13.3.2). */
final class LimitParser {
    private LimitParser() {}

    /** Moves behind all that stand here. */
    static void limitsAndLocks(Cursor cursor) {
        while (true) {
            if (cursor.acceptWords("limit")) {
                limit(cursor);
            } else if (cursor.acceptWords("offset")) {
                ExpressionParser.skip(cursor);
                cursor.acceptAnyWord("row", "rows");
            } else if (cursor.acceptWords("fetch")) {
                fetch(cursor);
            } else if (cursor.acceptWords("for")) {
                lock(cursor);
            } else {
                return;
            }
        }
    }

    private static void limit(Cursor cursor) {
        if (!cursor.acceptWords("all")) {
            ExpressionParser.skip(cursor);
        }
    }

    /** {@code FIRST | NEXT [count] ROW | ROWS ONLY | WITH TIES}. */
    private static void fetch(Cursor cursor) {
        cursor.expectAnyWord("first", "next");
        if (!cursor.isAnyWord("row", "rows")) {
            if (!cursor.acceptOperator("+")) {
                cursor.acceptOperator("-");
            }
            OperandParser.skip(cursor);
        }
        cursor.expectAnyWord("row", "rows");
        if (!cursor.acceptWords("with", "ties")) {
            cursor.expectWord("only");
        }
    }

    private static void lock(Cursor cursor) {
        if (cursor.acceptWords("read")) {
            cursor.expectWord("only");
            return;
        }
        if (cursor.acceptWords("no")) {
            cursor.expectWords("key", "update");
        } else if (cursor.acceptWords("key")) {
            cursor.expectWord("share");
        } else {
            cursor.expectAnyWord("update", "share");
        }
        if (cursor.acceptWords("of")) {
            cursor.commaSeparated(() -> NameParser.objectName(cursor));
        }
        if (!cursor.acceptWords("skip", "locked")) {
            cursor.acceptWords("nowait");
        }
    }
}
