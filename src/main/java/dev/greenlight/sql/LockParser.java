package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.LockTable;
import dev.greenlight.sql.TableStatement.Target;
import java.util.List;
import java.util.Locale;

/** Reads LOCK (manual part VI). */
final class LockParser {
    private static final List<String> MODES = List.of(
            "ACCESS SHARE",
            "ROW SHARE",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE ROW EXCLUSIVE",
            "SHARE",
            "EXCLUSIVE",
            "ACCESS EXCLUSIVE");

    private LockParser() {}

    static LockTable parse(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("lock");
        cursor.acceptWords("table");
        List<Target> tables = cursor.commaSeparated(() -> RelationParser.target(cursor));
        String mode = cursor.acceptWords("in") ? mode(cursor) : "ACCESS EXCLUSIVE";
        boolean nowait = cursor.acceptWords("nowait");
        return new LockTable(tables, mode, nowait, cursor.spanFrom(start));
    }

    private static String mode(Cursor cursor) {
        for (String mode : MODES) {
            if (cursor.acceptWords((mode + " MODE").toLowerCase(Locale.ROOT).split(" "))) {
                return mode;
            }
        }
        throw cursor.failExpected("a lock mode and MODE");
    }
}
