package dev.greenlight.sql;

/** Reads CREATE LANGUAGE and CREATE ACCESS METHOD, which make PostgreSQL's own parts known to it. */
final class LanguageParser {
    private LanguageParser() {}

    static Statement createLanguage(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        cursor.acceptWords("or", "replace");
        cursor.acceptWords("trusted");
        cursor.acceptWords("procedural");
        cursor.expectWord("language");
        Definition definition = Definition.create(cursor, start, ObjectType.LANGUAGE, Definition.unqualified(cursor));
        if (cursor.acceptWords("handler")) {
            NameParser.anyName(cursor);
            optionalFunction(cursor, "inline");
            if (!cursor.acceptWords("no", "validator")) {
                optionalFunction(cursor, "validator");
            }
        }
        return definition.end();
    }

    private static void optionalFunction(Cursor cursor, String word) {
        if (cursor.acceptWords(word)) {
            NameParser.anyName(cursor);
        }
    }

    static Statement createAccessMethod(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "access", "method");
        Definition definition =
                Definition.create(cursor, start, ObjectType.ACCESS_METHOD, Definition.unqualified(cursor));
        cursor.expectWord("type");
        cursor.expectAnyWord("index", "table");
        cursor.expectWord("handler");
        NameParser.anyName(cursor);
        return definition.end();
    }
}
