package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Reads CREATE EXTENSION and ALTER EXTENSION. */
final class ExtensionParser {
    private ExtensionParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "extension");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        Name name = NameParser.name(cursor);
        cursor.acceptWords("with");
        Name schema = null;
        String version = null;
        boolean cascade = false;
        while (cursor.isAnyWord("schema", "version", "cascade")) {
            if (cursor.acceptWords("schema")) {
                schema = NameParser.name(cursor);
            } else if (cursor.acceptWords("version")) {
                version = version(cursor);
            } else {
                cascade = cursor.acceptWords("cascade");
            }
        }
        return new SchemaStatement.CreateExtension(name, ifNotExists, schema, version, cascade, cursor.spanFrom(start));
    }

    private static @Nullable String version(Cursor cursor) {
        return SettingParser.nonReservedOrString(cursor).value();
    }

    /** {@code UPDATE [TO version]} and {@code ADD | DROP object}. Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        int action = cursor.position();
        if (cursor.expectAnyWord("update", "add", "drop").equals("update")) {
            if (cursor.acceptWords("to")) {
                version(cursor);
            }
        } else {
            ObjectReferenceParser.reference(cursor, ObjectTypeParser.type(cursor));
        }
        return new SchemaStatement.AlterExtension(
                name.parts().getLast(), cursor.tokensFrom(action), cursor.spanFrom(start));
    }
}
