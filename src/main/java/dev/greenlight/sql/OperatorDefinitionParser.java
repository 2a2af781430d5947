package dev.greenlight.sql;

/** Reads the statements about operators, operator classes and operator families (manual 36.14 and 36.16). */
final class OperatorDefinitionParser {
    private OperatorDefinitionParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "operator");
        if (cursor.acceptWords("class")) {
            return createClass(cursor, start);
        }
        if (cursor.acceptWords("family")) {
            return createFamily(cursor, start);
        }
        Definition definition = Definition.create(cursor, start, ObjectType.OPERATOR, OperatorParser.name(cursor));
        SettingParser.definition(cursor);
        return definition.end();
    }

    /** Begins behind the operands. */
    static void alterOperator(Cursor cursor) {
        cursor.expectWord("set");
        SettingParser.definition(cursor);
    }

    private static Statement createClass(Cursor cursor, int start) {
        Definition definition = Definition.create(cursor, start, ObjectType.OPERATOR_CLASS, NameParser.anyName(cursor));
        cursor.acceptWords("default");
        cursor.expectWords("for", "type");
        TypeNameParser.type(cursor);
        cursor.expectWord("using");
        NameParser.name(cursor);
        if (cursor.acceptWords("family")) {
            NameParser.anyName(cursor);
        }
        cursor.expectWord("as");
        cursor.commaSeparated(() -> item(cursor));
        return definition.end();
    }

    private static Statement createFamily(Cursor cursor, int start) {
        Definition definition =
                Definition.create(cursor, start, ObjectType.OPERATOR_FAMILY, NameParser.anyName(cursor));
        cursor.expectWord("using");
        NameParser.name(cursor);
        return definition.end();
    }

    /** Begins behind the access method. */
    static void alterFamily(Cursor cursor) {
        if (cursor.expectAnyWord("add", "drop").equals("add")) {
            cursor.commaSeparated(() -> item(cursor));
        } else {
            cursor.commaSeparated(() -> droppedItem(cursor));
        }
    }

    /** {@code OPERATOR 1 <}, {@code FUNCTION 1 f(…)} or {@code STORAGE type}; all words are equal, so it gives one. */
    private static String item(Cursor cursor) {
        String kind = cursor.expectAnyWord("operator", "function", "storage");
        switch (kind) {
            case "operator" -> operator(cursor);
            case "function" -> function(cursor);
            default -> TypeNameParser.type(cursor);
        }
        return kind;
    }

    private static void operator(Cursor cursor) {
        cursor.expect(TokenKind.INTEGER);
        OperatorParser.name(cursor);
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            RoutineNameParser.operands(cursor);
        }
        if (cursor.acceptWords("for")) {
            if (cursor.expectAnyWord("search", "order").equals("order")) {
                cursor.expectWord("by");
                NameParser.anyName(cursor);
            }
        } else {
            cursor.acceptWords("recheck");
        }
    }

    private static void function(Cursor cursor) {
        cursor.expect(TokenKind.INTEGER);
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            types(cursor);
        }
        RoutineNameParser.routine(cursor);
    }

    private static void types(Cursor cursor) {
        cursor.parenthesized(() -> TypeNameParser.type(cursor));
    }

    private static String droppedItem(Cursor cursor) {
        String kind = cursor.expectAnyWord("operator", "function");
        cursor.expect(TokenKind.INTEGER);
        types(cursor);
        return kind;
    }
}
