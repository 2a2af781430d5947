package dev.greenlight.sql;

/** Reads the statements that define how one thing becomes another: casts, transforms and conversions. */
final class CastParser {
    private CastParser() {}

    static Statement createCast(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "cast");
        Definition definition = Definition.create(
                cursor,
                start,
                ObjectType.CAST,
                ObjectReferenceParser.reference(cursor, ObjectType.CAST).name());
        if (cursor.acceptWords("without")) {
            cursor.expectWord("function");
        } else {
            cursor.expectWord("with");
            if (cursor.expectAnyWord("function", "inout").equals("function")) {
                RoutineNameParser.routine(cursor);
            }
        }
        if (cursor.acceptWords("as")) {
            cursor.expectAnyWord("assignment", "implicit");
        }
        return definition.end();
    }

    static Statement createTransform(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        cursor.acceptWords("or", "replace");
        cursor.expectWord("transform");
        Definition definition = Definition.create(
                cursor,
                start,
                ObjectType.TRANSFORM,
                ObjectReferenceParser.reference(cursor, ObjectType.TRANSFORM).name());
        cursor.parenthesized(() -> direction(cursor));
        return definition.end();
    }

    private static RoutineStatement.RoutineName direction(Cursor cursor) {
        cursor.expectAnyWord("from", "to");
        cursor.expectWords("sql", "with", "function");
        return RoutineNameParser.routine(cursor);
    }

    static Statement createConversion(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        cursor.acceptWords("default");
        cursor.expectWord("conversion");
        Definition definition = Definition.create(cursor, start, ObjectType.CONVERSION, NameParser.anyName(cursor));
        cursor.expectWord("for");
        SettingParser.string(cursor);
        cursor.expectWord("to");
        SettingParser.string(cursor);
        cursor.expectWord("from");
        NameParser.anyName(cursor);
        return definition.end();
    }
}
