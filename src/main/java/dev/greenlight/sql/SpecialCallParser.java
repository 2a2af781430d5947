package dev.greenlight.sql;

/** Finds where a call ends that is written with key words, such as {@code EXTRACT(year FROM x)} (manual 9). */
final class SpecialCallParser {
    private SpecialCallParser() {}

    /** Moves behind the key word that stands here and the parentheses behind it. */
    static void skip(Cursor cursor) {
        String word = cursor.next().value();
        switch (word) {
            case "exists" -> OperandParser.subquery(cursor);
            case "row" -> arguments(cursor, true);
            case "coalesce", "greatest", "least", "grouping" -> arguments(cursor, false);
            case "nullif" -> nullIf(cursor);
            case "extract" -> extract(cursor);
            case "position" -> position(cursor);
            case "trim" -> trim(cursor);
            case "substring" -> separated(cursor, "from", "for", "similar", "escape");
            case "overlay" -> separated(cursor, "placing", "from", "for");
            case "normalize" -> normalize(cursor);
            case "treat" -> asType(cursor);
            case "merge_action" -> mergeAction(cursor);
            default -> standard(cursor, word);
        }
    }

    static void arguments(Cursor cursor, boolean mayBeEmpty) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (!mayBeEmpty || !cursor.is(TokenKind.RIGHT_PAREN)) {
            ExpressionParser.skipList(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void extract(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (CallParser.isText(cursor.peek())) {
            cursor.next();
        } else {
            NameParser.name(cursor);
        }
        cursor.expectWord("from");
        ExpressionParser.skip(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void position(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        ExpressionParser.restricted(cursor);
        cursor.expectWord("in");
        ExpressionParser.restricted(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void trim(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        cursor.acceptAnyWord("both", "leading", "trailing");
        if (!cursor.isWord("from")) {
            ExpressionParser.skip(cursor);
        }
        if (cursor.acceptWords("from") || cursor.accept(TokenKind.COMMA)) {
            ExpressionParser.skipList(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** Arguments with commas or some of these words between them; a plain call may have none or names, too. */
    private static void separated(Cursor cursor, String... words) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (!cursor.is(TokenKind.RIGHT_PAREN)) {
            do {
                CallParser.argument(cursor);
            } while (cursor.accept(TokenKind.COMMA)
                    || cursor.acceptAnyWord(words).isPresent());
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void nullIf(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        ExpressionParser.skip(cursor);
        cursor.expect(TokenKind.COMMA);
        ExpressionParser.skip(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void normalize(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        ExpressionParser.skip(cursor);
        if (cursor.accept(TokenKind.COMMA)) {
            cursor.expectAnyWord("nfc", "nfd", "nfkc", "nfkd");
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** {@code (value AS type)}. */
    static void asType(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        ExpressionParser.skip(cursor);
        cursor.expectWord("as");
        TypeNameParser.type(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static void mergeAction(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** The functions of SQL/XML and SQL/JSON. Other words of this kind are types, which are not called. */
    private static void standard(Cursor cursor, String word) {
        switch (word) {
            case "xmlconcat", "xmlelement", "xmlexists", "xmlforest", "xmlparse", "xmlpi", "xmlroot", "xmlserialize" ->
                XmlCallParser.skip(cursor, word);
            case "json",
                    "json_array",
                    "json_exists",
                    "json_object",
                    "json_query",
                    "json_scalar",
                    "json_serialize",
                    "json_value" -> JsonCallParser.skip(cursor, word);
            case "json_arrayagg", "json_objectagg" -> {
                JsonCallParser.skip(cursor, word);
                CallParser.skipAggregation(cursor);
            }
            default -> throw cursor.failExpected("something else, as " + word + " is no function");
        }
    }
}
