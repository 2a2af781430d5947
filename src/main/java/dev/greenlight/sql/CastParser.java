package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.RoutineName;

/** Reads the statements that define how one thing becomes another: casts, transforms and conversions. */
final class CastParser {
    private CastParser() {}

    static Statement createCast(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "cast");
        cursor.expect(TokenKind.LEFT_PAREN);
        TypeName source = TypeNameParser.type(cursor);
        cursor.expectWord("as");
        TypeName target = TypeNameParser.type(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        String method = method(cursor);
        RoutineName function = method.equals("function") ? RoutineNameParser.routine(cursor) : null;
        String context = cursor.acceptWords("as") ? cursor.expectAnyWord("assignment", "implicit") : "explicit";
        return new CastStatement.CreateCast(source, target, method, function, context, cursor.spanFrom(start));
    }

    private static String method(Cursor cursor) {
        if (cursor.acceptWords("without")) {
            cursor.expectWord("function");
            return "without function";
        }
        cursor.expectWord("with");
        return cursor.expectAnyWord("function", "inout");
    }

    static Statement createTransform(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        cursor.expectWords("transform", "for");
        TypeName type = TypeNameParser.type(cursor);
        cursor.expectWord("language");
        Name language = NameParser.name(cursor);
        cursor.expect(TokenKind.LEFT_PAREN);
        boolean fromFirst = cursor.isWord("from");
        RoutineName first = direction(cursor, fromFirst);
        RoutineName second = cursor.accept(TokenKind.COMMA) ? direction(cursor, !fromFirst) : null;
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new CastStatement.CreateTransform(
                type,
                language,
                orReplace,
                fromFirst ? first : second,
                fromFirst ? second : first,
                cursor.spanFrom(start));
    }

    private static RoutineName direction(Cursor cursor, boolean from) {
        cursor.expectWords(from ? "from" : "to", "sql", "with", "function");
        return RoutineNameParser.routine(cursor);
    }

    static Statement createConversion(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean isDefault = cursor.acceptWords("default");
        cursor.expectWord("conversion");
        ObjectName name = NameParser.anyName(cursor);
        cursor.expectWord("for");
        Token source = SettingParser.string(cursor);
        cursor.expectWord("to");
        Token target = SettingParser.string(cursor);
        cursor.expectWord("from");
        ObjectName function = NameParser.anyName(cursor);
        return new CastStatement.CreateConversion(name, isDefault, source, target, function, cursor.spanFrom(start));
    }
}
