package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.ArrayList;
import java.util.List;

/** Reads the attributes of ALTER FUNCTION, PROCEDURE and ROUTINE; renames and their kin are read elsewhere. */
final class AlterRoutineParser {
    private AlterRoutineParser() {}

    /** Begins behind the routine's name. */
    static Statement attributes(Cursor cursor, int start, ObjectType type, RoutineName routine) {
        List<Setting> attributes = new ArrayList<>();
        do {
            attributes.add(RoutineAttributeParser.attribute(cursor));
        } while (!cursor.atEnd() && !cursor.isWord("restrict"));
        cursor.acceptWords("restrict");
        return new RoutineStatement.AlterRoutine(type, routine, attributes, cursor.spanFrom(start));
    }
}
