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
        boolean modifiers = arguments(cursor);
        if (modifiers && isText(cursor.peek())) {
            cursor.next();
        } else {
            skipAggregation(cursor);
        }
    }

    /** Moves behind {@code (…)}; says whether the arguments could be a type's modifiers as well. */
    static boolean arguments(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        boolean modifiers = false;
        if (!cursor.is(TokenKind.RIGHT_PAREN) && !cursor.acceptOperator("*")) {
            modifiers = cursor.acceptAnyWord("all", "distinct").isEmpty();
            modifiers &= argumentList(cursor);
            modifiers &= !SortParser.orderBy(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return modifiers;
    }

    private static boolean argumentList(Cursor cursor) {
        boolean modifiers = true;
        boolean variadic;
        do {
            variadic = cursor.acceptWords("variadic");
            modifiers &= !variadic & !argument(cursor);
        } while (!variadic && cursor.accept(TokenKind.COMMA));
        return modifiers;
    }

    /** An argument; says whether it had a name. */
    static boolean argument(Cursor cursor) {
        Token behind = cursor.peek(1);
        boolean named = behind.is(TokenKind.COLON_EQUALS) || behind.is(TokenKind.EQUALS_GREATER);
        if (named) {
            NameParser.typeOrFunction(cursor);
            cursor.next();
        }
        ExpressionParser.skip(cursor);
        return named;
    }

    /** {@code WITHIN GROUP (…)}, {@code FILTER (…)} and {@code OVER …}, as far as they stand here. */
    static void skipAggregation(Cursor cursor) {
        if (cursor.acceptWords("within", "group")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            SortParser.orderBy(cursor);
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
            WindowParser.over(cursor);
        }
    }
}
