package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.Target;
import dev.greenlight.sql.TableStatement.Truncate;
import java.util.List;

/** Reads TRUNCATE (manual part VI). */
final class TruncateParser {
    private TruncateParser() {}

    static Truncate parse(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("truncate");
        cursor.acceptWords("table");
        List<Target> tables = cursor.commaSeparated(() -> RelationParser.target(cursor));
        boolean restartIdentity = cursor.acceptWords("restart", "identity");
        if (!restartIdentity) {
            cursor.acceptWords("continue", "identity");
        }
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return new Truncate(tables, restartIdentity, behavior, cursor.spanFrom(start));
    }
}
