package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Finds where LIMIT, OFFSET, FETCH and the locking clauses end (manual 7.6 and 13.3.2). */
final class LimitParser {
    private LimitParser() {}

    /** Moves behind all that stand here; locks may stand before the limits or behind them. */
    static void limitsAndLocks(Cursor cursor, boolean ordered) {
        boolean locked = cursor.isWord("for");
        boolean skipLocked = locks(cursor);
        Token ties = limits(cursor);
        skipLocked |= !locked && locks(cursor);
        if (ties != null && !ordered) {
            throw new ParseFailure(ties, "WITH TIES cannot be specified without ORDER BY clause");
        }
        if (ties != null && skipLocked) {
            throw new ParseFailure(ties, "SKIP LOCKED and WITH TIES options cannot be used together");
        }
    }

    /** LIMIT or FETCH, and OFFSET before or behind it; gives where WITH TIES stands, if it does. */
    private static @Nullable Token limits(Cursor cursor) {
        if (offset(cursor)) {
            return limit(cursor);
        }
        Token ties = limit(cursor);
        offset(cursor);
        return ties;
    }

    private static boolean offset(Cursor cursor) {
        boolean offset = cursor.acceptWords("offset");
        if (offset) {
            ExpressionParser.skip(cursor);
            cursor.acceptAnyWord("row", "rows");
        }
        return offset;
    }

    private static @Nullable Token limit(Cursor cursor) {
        if (cursor.acceptWords("fetch")) {
            return fetch(cursor);
        }
        if (cursor.acceptWords("limit") && !cursor.acceptWords("all")) {
            ExpressionParser.skip(cursor);
        }
        return null;
    }

    /** {@code FIRST | NEXT [count] ROW | ROWS ONLY | WITH TIES}; as {@link #limits}. */
    private static @Nullable Token fetch(Cursor cursor) {
        cursor.expectAnyWord("first", "next");
        boolean counted = !cursor.isAnyWord("row", "rows") || cursor.isWordAt(1, "row") || cursor.isWordAt(1, "rows");
        if (counted) {
            if (!cursor.acceptOperator("+")) {
                cursor.acceptOperator("-");
            }
            OperandParser.skip(cursor);
        }
        cursor.expectAnyWord("row", "rows");
        Token behind = cursor.peek();
        if (cursor.acceptWords("with", "ties")) {
            return behind;
        }
        cursor.expectWord("only");
        return null;
    }

    /** Says whether one of them is SKIP LOCKED. */
    private static boolean locks(Cursor cursor) {
        boolean skipLocked = false;
        while (cursor.acceptWords("for")) {
            skipLocked |= lock(cursor);
        }
        return skipLocked;
    }

    private static boolean lock(Cursor cursor) {
        if (cursor.acceptWords("read")) {
            cursor.expectWord("only");
            return false;
        }
        strength(cursor);
        if (cursor.acceptWords("of")) {
            cursor.commaSeparated(() -> NameParser.objectName(cursor));
        }
        boolean skipLocked = cursor.acceptWords("skip", "locked");
        if (!skipLocked) {
            cursor.acceptWords("nowait");
        }
        return skipLocked;
    }

    private static void strength(Cursor cursor) {
        if (cursor.acceptWords("no")) {
            cursor.expectWords("key", "update");
        } else if (cursor.acceptWords("key")) {
            cursor.expectWord("share");
        } else {
            cursor.expectAnyWord("update", "share");
        }
    }
}
