package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.RoutineName;

/** Reads the attributes of ALTER FUNCTION, PROCEDURE and ROUTINE; renames and their kin are read elsewhere. */
final class AlterRoutineParser {
    private AlterRoutineParser() {}

    /** Begins behind the routine's name. */
    static Statement attributes(Cursor cursor, int start, ObjectType type, RoutineName routine) {
        int action = cursor.position();
        do {
            RoutineAttributeParser.attribute(cursor);
        } while (!cursor.atEnd() && !cursor.isWord("restrict"));
        cursor.acceptWords("restrict");
        return new RoutineStatement.AlterRoutine(type, routine, cursor.tokensFrom(action), cursor.spanFrom(start));
    }
}
