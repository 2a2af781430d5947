package dev.greenlight.sql;

/** Reads the statements about foreign data (manual 5.13) but those about foreign tables. */
final class ForeignDataParser {
    private ForeignDataParser() {}

    static Statement createWrapper(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "foreign", "data", "wrapper");
        Definition definition =
                Definition.create(cursor, start, ObjectType.FOREIGN_DATA_WRAPPER, Definition.unqualified(cursor));
        functions(cursor);
        options(cursor);
        return definition.end();
    }

    /** {@code [NO] HANDLER …} and {@code [NO] VALIDATOR …}. */
    private static void functions(Cursor cursor) {
        while (cursor.isAnyWord("handler", "validator", "no")) {
            boolean none = cursor.acceptWords("no");
            cursor.expectAnyWord("handler", "validator");
            if (!none) {
                NameParser.anyName(cursor);
            }
        }
    }

    private static void options(Cursor cursor) {
        if (cursor.acceptWords("options")) {
            SettingParser.foreignOptions(cursor);
        }
    }

    /** {@code OPTIONS (ADD …, SET …, DROP …)}. */
    static void changedOptions(Cursor cursor) {
        cursor.expectWord("options");
        SettingParser.foreignOptionChanges(cursor);
    }

    /** Begins behind the name. */
    static void alterWrapper(Cursor cursor) {
        boolean functions = cursor.isAnyWord("handler", "validator", "no");
        functions(cursor);
        if (!functions || cursor.isWord("options")) {
            changedOptions(cursor);
        }
    }

    static Statement createServer(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "server");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Definition definition =
                Definition.create(cursor, start, ObjectType.SERVER, Definition.unqualified(cursor), ifNotExists);
        if (cursor.acceptWords("type")) {
            SettingParser.string(cursor);
        }
        version(cursor);
        cursor.expectWords("foreign", "data", "wrapper");
        NameParser.name(cursor);
        options(cursor);
        return definition.end();
    }

    private static boolean version(Cursor cursor) {
        if (!cursor.acceptWords("version")) {
            return false;
        }
        if (!cursor.acceptWords("null")) {
            SettingParser.string(cursor);
        }
        return true;
    }

    /** Begins behind the name. */
    static void alterServer(Cursor cursor) {
        if (!version(cursor) || cursor.isWord("options")) {
            changedOptions(cursor);
        }
    }

    static Statement createUserMapping(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "user", "mapping");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Definition definition = Definition.create(
                cursor,
                start,
                ObjectType.USER_MAPPING,
                ObjectReferenceParser.reference(cursor, ObjectType.USER_MAPPING).name(),
                ifNotExists);
        options(cursor);
        return definition.end();
    }

    /** {@code IMPORT FOREIGN SCHEMA}; the name is that of the schema that the tables come into. */
    static Statement importSchema(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("import", "foreign", "schema");
        int definition = cursor.position();
        NameParser.name(cursor);
        if (cursor.acceptWords("limit", "to") || cursor.acceptWords("except")) {
            cursor.parenthesized(() -> RelationParser.target(cursor));
        }
        cursor.expectWords("from", "server");
        NameParser.name(cursor);
        cursor.expectWord("into");
        ObjectName schema = Definition.unqualified(cursor);
        options(cursor);
        return new Definition(cursor, start, "IMPORT FOREIGN", ObjectType.SCHEMA, schema, false, definition).end();
    }
}
