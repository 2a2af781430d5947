package dev.greenlight.sql;

/** Reads the statements about text search objects (manual 12). */
final class TextSearchParser {
    private TextSearchParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        ObjectType type = ObjectTypeParser.type(cursor);
        Definition definition = Definition.create(cursor, start, type, NameParser.anyName(cursor));
        SettingParser.definition(cursor);
        return definition.end();
    }

    /** {@code ADD | ALTER | DROP MAPPING …}. Begins behind the name. */
    static void alterConfiguration(Cursor cursor) {
        String verb = cursor.expectAnyWord("add", "alter", "drop");
        cursor.expectWord("mapping");
        if (verb.equals("drop")) {
            RelationParser.ifExists(cursor);
        }
        boolean tokenTypes = !verb.equals("alter") || cursor.isWord("for");
        if (tokenTypes) {
            cursor.expectWord("for");
            cursor.commaSeparated(() -> NameParser.name(cursor));
        }
        if (!verb.equals("drop")) {
            dictionaries(cursor, verb);
        }
    }

    /** {@code WITH dictionary, …}, or in ALTER MAPPING {@code REPLACE one WITH another}. */
    private static void dictionaries(Cursor cursor, String verb) {
        if (verb.equals("alter") && cursor.acceptWords("replace")) {
            NameParser.anyName(cursor);
            cursor.expectWord("with");
            NameParser.anyName(cursor);
        } else {
            cursor.expectWord("with");
            cursor.commaSeparated(() -> NameParser.anyName(cursor));
        }
    }
}
