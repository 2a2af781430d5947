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
            case "coalesce", "greatest", "least", "nullif", "grouping" -> arguments(cursor, false);
            case "extract" -> extract(cursor);
            case "position" -> position(cursor);
            case "trim" -> trim(cursor);
            case "substring" -> separated(cursor, "from", "for", "similar", "escape");
            case "overlay" -> separated(cursor, "placing", "from", "for");
            default -> unread(cursor, word);
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

    /** What only XML and JSON functions know stands in their parentheses unread. */
    private static void unread(Cursor cursor, String word) {
        boolean known = word.startsWith("xml")
                || word.startsWith("json")
                || word.equals("normalize")
                || word.equals("treat")
                || word.equals("merge_action");
        if (!known) {
            throw cursor.failExpected("something else, as " + word + " is no function");
        }
        cursor.skipBalanced();
        CallParser.skipAggregation(cursor);
    }
}
