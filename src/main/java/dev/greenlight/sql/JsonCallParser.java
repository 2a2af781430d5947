package dev.greenlight.sql;

/** Finds where the calls of SQL/JSON end, which have clauses in their parentheses (manual 9.16 and 9.21). */
final class JsonCallParser {
    private JsonCallParser() {}

    /** Moves from the opening parenthesis behind the function's name to behind the closing one. */
    static void skip(Cursor cursor, String function) {
        cursor.expect(TokenKind.LEFT_PAREN);
        switch (function) {
            case "json" -> {
                JsonClauseParser.value(cursor);
                JsonClauseParser.uniqueness(cursor);
            }
            case "json_scalar" -> ExpressionParser.skip(cursor);
            case "json_serialize" -> {
                JsonClauseParser.value(cursor);
                JsonClauseParser.returning(cursor);
            }
            case "json_object" -> object(cursor);
            case "json_objectagg" -> pairs(cursor, false);
            case "json_array" -> array(cursor);
            case "json_arrayagg" -> arrayAggregate(cursor);
            default -> query(cursor, function);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** Either a plain call or {@code key VALUE value} and {@code key : value}. */
    private static void object(Cursor cursor) {
        if (cursor.isWord("returning") || cursor.is(TokenKind.RIGHT_PAREN)) {
            JsonClauseParser.returning(cursor);
        } else if (CallParser.isNamed(cursor)) {
            cursor.commaSeparated(() -> CallParser.argument(cursor));
        } else {
            pairsOrArguments(cursor);
        }
    }

    private static void pairsOrArguments(Cursor cursor) {
        boolean operand = ExpressionParser.skip(cursor);
        if (isPair(cursor)) {
            pairsBehindKey(cursor, operand, true);
        } else if (cursor.accept(TokenKind.COMMA)) {
            cursor.commaSeparated(() -> CallParser.argument(cursor));
        }
    }

    private static boolean isPair(Cursor cursor) {
        return cursor.is(TokenKind.COLON) || cursor.isWord("value");
    }

    private static void pairs(Cursor cursor, boolean several) {
        pairsBehindKey(cursor, ExpressionParser.skip(cursor), several);
    }

    private static void pairsBehindKey(Cursor cursor, boolean operand, boolean several) {
        pair(cursor, operand);
        while (several && cursor.accept(TokenKind.COMMA)) {
            pair(cursor, ExpressionParser.skip(cursor));
        }
        JsonClauseParser.nulls(cursor);
        JsonClauseParser.uniqueness(cursor);
        JsonClauseParser.returning(cursor);
    }

    /**
     * What stands behind a key.
     *
     * @param operand whether the key is a mere operand, which VALUE asks for
     */
    private static void pair(Cursor cursor, boolean operand) {
        if (!cursor.accept(TokenKind.COLON) && !(operand && cursor.acceptWords("value"))) {
            throw cursor.failExpected("\":\"");
        }
        JsonClauseParser.value(cursor);
    }

    private static void array(Cursor cursor) {
        if (cursor.isAnyWord("select", "with", "values", "table")) {
            QueryParser.skip(cursor);
            JsonClauseParser.format(cursor);
        } else if (!cursor.isWord("returning") && !cursor.is(TokenKind.RIGHT_PAREN)) {
            arrayElements(cursor);
        }
        JsonClauseParser.returning(cursor);
    }

    private static void arrayElements(Cursor cursor) {
        if (OperandParser.expressionOrQuery(cursor)) {
            JsonClauseParser.format(cursor);
            return;
        }
        JsonClauseParser.format(cursor);
        if (cursor.accept(TokenKind.COMMA)) {
            cursor.commaSeparated(() -> JsonClauseParser.value(cursor));
        }
        JsonClauseParser.nulls(cursor);
    }

    private static void arrayAggregate(Cursor cursor) {
        JsonClauseParser.value(cursor);
        SortParser.orderBy(cursor);
        JsonClauseParser.nulls(cursor);
        JsonClauseParser.returning(cursor);
    }

    /** {@code JSON_EXISTS}, {@code JSON_VALUE} and {@code JSON_QUERY}. */
    private static void query(Cursor cursor, String function) {
        JsonClauseParser.value(cursor);
        cursor.expect(TokenKind.COMMA);
        ExpressionParser.skip(cursor);
        JsonClauseParser.passing(cursor);
        if (function.equals("json_exists")) {
            JsonClauseParser.onError(cursor);
            return;
        }
        JsonClauseParser.returning(cursor);
        if (function.equals("json_query")) {
            JsonClauseParser.wrapper(cursor);
            JsonClauseParser.quotes(cursor);
        }
        JsonClauseParser.onEmptyOrError(cursor);
    }
}
