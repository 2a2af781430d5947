package dev.greenlight.sql;

/** Finds where a function's call ends (manual 4.2.6 to 4.2.8 and 4.3), and a literal of a type with a plain name. */
final class CallParser {
    private CallParser() {}

    static boolean isText(Token token) {
        return token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING);
    }

    /** Moves behind {@code name(…)} or {@code type 'text'} if one of them stands here. */
    static boolean skip(Cursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).is(TokenKind.DOT) && isLabel(cursor.peek(ahead + 1))) {
            ahead += 2;
        }
        Token behind = cursor.peek(ahead);
        if (!behind.is(TokenKind.LEFT_PAREN) && !isText(behind)) {
            return false;
        }
        NameParser.functionName(cursor);
        if (isText(behind)) {
            cursor.next();
        } else {
            call(cursor);
        }
        return true;
    }

    private static boolean isLabel(Token token) {
        return NameParser.isName(token, word -> true);
    }

    private static void call(Cursor cursor) {
        arguments(cursor);
        if (isText(cursor.peek())) {
            cursor.next();
        } else {
            skipAggregation(cursor);
        }
    }

    /** Moves behind {@code (…)}. */
    static void arguments(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return;
        }
        if (!cursor.acceptOperator("*")) {
            cursor.acceptAnyWord("all", "distinct");
            cursor.commaSeparated(() -> argument(cursor));
            orderBy(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    private static boolean argument(Cursor cursor) {
        cursor.acceptWords("variadic");
        Token behind = cursor.peek(1);
        if (behind.is(TokenKind.COLON_EQUALS) || behind.is(TokenKind.EQUALS_GREATER)) {
            NameParser.typeOrFunction(cursor);
            cursor.next();
        }
        ExpressionParser.skip(cursor);
        return true;
    }

    /** {@code ORDER BY …} if it stands here. */
    private static void orderBy(Cursor cursor) {
        if (cursor.acceptWords("order")) {
            cursor.expectWord("by");
            cursor.commaSeparated(() -> sortKey(cursor));
        }
    }

    private static boolean sortKey(Cursor cursor) {
        ExpressionParser.skip(cursor);
        if (cursor.acceptWords("using")) {
            OperatorParser.skip(cursor);
        } else {
            cursor.acceptAnyWord("asc", "desc");
        }
        if (cursor.acceptWords("nulls")) {
            cursor.expectAnyWord("first", "last");
        }
        return true;
    }

    /** {@code WITHIN GROUP (…)}, {@code FILTER (…)} and {@code OVER …}, as far as they stand here. */
    static void skipAggregation(Cursor cursor) {
        if (cursor.acceptWords("within", "group")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            orderBy(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        if (cursor.isWord("filter") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            cursor.next();
            cursor.expectWord("where");
            ExpressionParser.skip(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        if (cursor.acceptWords("over")) {
            window(cursor);
        }
    }

    private static void window(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.skipBalanced();
        } else {
            NameParser.name(cursor);
        }
    }
}
