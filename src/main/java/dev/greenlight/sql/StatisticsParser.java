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
        List<Name> kinds = NameParser.optionalNames(cursor);
        cursor.expectWord("on");
        List<IndexElement> keys = cursor.commaSeparated(() -> IndexElementParser.bare(cursor));
        cursor.expectWord("from");
        ObjectName table = RelationParser.target(cursor).name();
        FromParser.alias(cursor);
        return new StatisticsStatement.CreateStatistics(name, ifNotExists, kinds, keys, table, cursor.spanFrom(start));
    }

    private static boolean isNamed(Cursor cursor, boolean required) {
        return required || !cursor.is(TokenKind.LEFT_PAREN) && !cursor.isWord("on");
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name, boolean ifExists) {
        cursor.expectWords("set", "statistics");
        List<Token> target = cursor.acceptWords("default") ? List.of() : SettingParser.signedNumber(cursor);
        return new StatisticsStatement.SetTarget(name, ifExists, target, cursor.spanFrom(start));
    }
}
