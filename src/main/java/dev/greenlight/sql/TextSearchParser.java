package dev.greenlight.sql;

import dev.greenlight.sql.TextSearchStatement.MappingAction;
import java.util.List;

/** Reads the statements about text search objects (manual 12). */
final class TextSearchParser {
    private TextSearchParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "text", "search");
        String type = cursor.expectAnyWord("configuration", "dictionary", "parser", "template");
        ObjectName name = NameParser.anyName(cursor);
        List<Setting> options = SettingParser.definition(cursor);
        return switch (type) {
            case "configuration" -> new TextSearchStatement.CreateConfiguration(name, options, cursor.spanFrom(start));
            case "dictionary" -> new TextSearchStatement.CreateDictionary(name, options, cursor.spanFrom(start));
            case "parser" -> new TextSearchStatement.CreateParser(name, options, cursor.spanFrom(start));
            default -> new TextSearchStatement.CreateTemplate(name, options, cursor.spanFrom(start));
        };
    }

    /** Begins behind the name. */
    static Statement alterDictionary(Cursor cursor, int start, ObjectName name) {
        List<Setting> options = SettingParser.definition(cursor);
        return new TextSearchStatement.AlterDictionary(name, options, cursor.spanFrom(start));
    }

    /** {@code ADD | ALTER | DROP MAPPING …}. Begins behind the name. */
    static Statement alterConfiguration(Cursor cursor, int start, ObjectName name) {
        MappingAction action = action(cursor);
        return new TextSearchStatement.AlterConfiguration(name, action, cursor.spanFrom(start));
    }

    private static MappingAction action(Cursor cursor) {
        String verb = cursor.expectAnyWord("add", "alter", "drop");
        cursor.expectWord("mapping");
        return switch (verb) {
            case "add" -> {
                List<Name> tokenTypes = tokenTypes(cursor);
                yield new MappingAction.Add(tokenTypes, dictionaries(cursor));
            }
            case "drop" -> {
                boolean ifExists = RelationParser.ifExists(cursor);
                yield new MappingAction.Drop(ifExists, tokenTypes(cursor));
            }
            default -> change(cursor);
        };
    }

    /** {@code WITH dictionary, …} or {@code REPLACE one WITH another}. */
    private static MappingAction change(Cursor cursor) {
        List<Name> tokenTypes = cursor.isWord("for") ? tokenTypes(cursor) : List.of();
        if (!cursor.acceptWords("replace")) {
            return new MappingAction.Change(tokenTypes, dictionaries(cursor));
        }
        ObjectName dictionary = NameParser.anyName(cursor);
        cursor.expectWord("with");
        return new MappingAction.Replace(tokenTypes, dictionary, NameParser.anyName(cursor));
    }

    private static List<Name> tokenTypes(Cursor cursor) {
        cursor.expectWord("for");
        return cursor.commaSeparated(() -> NameParser.name(cursor));
    }

    private static List<ObjectName> dictionaries(Cursor cursor) {
        cursor.expectWord("with");
        return cursor.commaSeparated(() -> NameParser.anyName(cursor));
    }
}
