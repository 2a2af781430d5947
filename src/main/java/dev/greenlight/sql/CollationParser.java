package dev.greenlight.sql;

import java.util.List;

/** Reads CREATE COLLATION and ALTER COLLATION. */
final class CollationParser {
    private CollationParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "collation");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        ObjectName name = NameParser.anyName(cursor);
        ObjectName from = cursor.acceptWords("from") ? NameParser.anyName(cursor) : null;
        List<Setting> options = from == null ? SettingParser.definition(cursor) : List.of();
        return new CollationStatement.CreateCollation(name, ifNotExists, from, options, cursor.spanFrom(start));
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        cursor.expectWords("refresh", "version");
        return new CollationStatement.RefreshVersion(name, cursor.spanFrom(start));
    }
}
