package dev.greenlight.sql;

import java.util.List;

/** Reads CREATE STATISTICS and ALTER STATISTICS. */
final class StatisticsParser {
    private StatisticsParser() {}

    /** What stands behind FROM is a table's name; PostgreSQL's parser takes more, but the statement then fails. */
    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "statistics");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        ObjectName name = isNamed(cursor, ifNotExists) ? NameParser.anyName(cursor) : null;
        Definition definition = Definition.create(cursor, start, ObjectType.STATISTICS, name, ifNotExists);
        NameParser.optionalNames(cursor);
        cursor.expectWord("on");
        cursor.commaSeparated(() -> IndexElementParser.bare(cursor));
        cursor.expectWord("from");
        List<ObjectName> tables = List.of(RelationParser.target(cursor).name());
        FromParser.alias(cursor);
        return definition.end(tables);
    }

    private static boolean isNamed(Cursor cursor, boolean required) {
        return required || !cursor.is(TokenKind.LEFT_PAREN) && !cursor.isWord("on");
    }

    /** Begins behind the name. */
    static void alter(Cursor cursor) {
        cursor.expectWords("set", "statistics");
        if (!cursor.acceptWords("default")) {
            SettingParser.signedNumber(cursor);
        }
    }
}
