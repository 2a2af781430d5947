package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads VACUUM, ANALYZE and CLUSTER, each with its options in parentheses or in the older form. */
final class MaintenanceParser {
    private MaintenanceParser() {}

    static Statement vacuum(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("vacuum");
        List<String> options = cursor.is(TokenKind.LEFT_PAREN) ? options(cursor) : words(cursor);
        List<ObjectName> tables = tables(cursor);
        boolean analyze = options.contains("analyze") || options.contains("analyse");
        return new MaintenanceStatement.Vacuum(tables, options.contains("full"), analyze, cursor.spanFrom(start));
    }

    /** The options that are on. */
    private static List<String> options(Cursor cursor) {
        return SettingParser.commandOptions(cursor).stream()
                .filter(WrappedParser::isOn)
                .map(Setting::name)
                .toList();
    }

    private static List<String> words(Cursor cursor) {
        List<String> words = new ArrayList<>();
        for (String word : List.of("full", "freeze", "verbose")) {
            if (cursor.acceptWords(word)) {
                words.add(word);
            }
        }
        cursor.acceptAnyWord("analyze", "analyse").ifPresent(words::add);
        return words;
    }

    static Statement analyze(Cursor cursor) {
        int start = cursor.position();
        cursor.expectAnyWord("analyze", "analyse");
        optionsOrVerbose(cursor);
        List<ObjectName> tables = tables(cursor);
        return new MaintenanceStatement.Analyze(tables, cursor.spanFrom(start));
    }

    private static void optionsOrVerbose(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            SettingParser.commandOptions(cursor);
        } else {
            cursor.acceptWords("verbose");
        }
    }

    /** Tables, each with the columns that are meant, or nothing. */
    private static List<ObjectName> tables(Cursor cursor) {
        return cursor.atEnd() ? List.of() : cursor.commaSeparated(() -> table(cursor));
    }

    private static ObjectName table(Cursor cursor) {
        ObjectName table = RelationParser.target(cursor).name();
        NameParser.optionalNames(cursor);
        return table;
    }

    /** {@code CLUSTER [table [USING index]]}, or as before PostgreSQL 8.3 {@code CLUSTER index ON table}. */
    static Statement cluster(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("cluster");
        optionsOrVerbose(cursor);
        if (cursor.atEnd()) {
            return new MaintenanceStatement.Cluster(null, null, cursor.spanFrom(start));
        }
        if (cursor.isWordAt(1, "on")) {
            Name index = NameParser.name(cursor);
            cursor.next();
            ObjectName table = NameParser.objectName(cursor);
            return new MaintenanceStatement.Cluster(table, index, cursor.spanFrom(start));
        }
        ObjectName table = NameParser.objectName(cursor);
        Name index = cursor.acceptWords("using") ? NameParser.name(cursor) : null;
        return new MaintenanceStatement.Cluster(table, index, cursor.spanFrom(start));
    }
}
