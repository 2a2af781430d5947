package dev.greenlight.sql;

/** Reads CREATE COLLATION. */
final class CollationParser {
    private CollationParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "collation");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Definition definition =
                Definition.create(cursor, start, ObjectType.COLLATION, NameParser.anyName(cursor), ifNotExists);
        if (cursor.acceptWords("from")) {
            NameParser.anyName(cursor);
        } else {
            SettingParser.definition(cursor);
        }
        return definition.end();
    }
}
