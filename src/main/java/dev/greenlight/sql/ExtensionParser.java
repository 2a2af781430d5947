package dev.greenlight.sql;

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

    private static String version(Cursor cursor) {
        return SettingParser.nonReservedOrString(cursor).value();
    }

    /** {@code UPDATE [TO version]} and {@code ADD | DROP object}. Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        Name extension = name.parts().getLast();
        String verb = cursor.expectAnyWord("update", "add", "drop");
        if (verb.equals("update")) {
            String version = cursor.acceptWords("to") ? version(cursor) : null;
            return new SchemaStatement.UpdateExtension(extension, version, cursor.spanFrom(start));
        }
        ObjectType type = ObjectTypeParser.type(cursor);
        ObjectStatement.DropTarget member = ObjectReferenceParser.reference(cursor, type);
        return new SchemaStatement.ChangeExtensionMember(
                extension, verb.equals("drop"), type, member, cursor.spanFrom(start));
    }
}
