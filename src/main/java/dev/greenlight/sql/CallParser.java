package dev.greenlight.sql;

/** Finds where a function's call ends (manual 4.2.6 to 4.2.8 and 4.3), and a literal of a type with a plain name. */
final class CallParser {
    private CallParser() {}

    static boolean isText(Token token) {
        return token.is(TokenKind.STRING) || token.is(TokenKind.DOLLAR_STRING);
    }

    /** Moves behind {@code name(…)} or {@code type 'text'} if one of them stands here. */
    static boolean skip(Cursor cursor) {
        Token behind = behindName(cursor);
        boolean literal = isText(behind) && isTypeOrFunction(cursor);
        if (!behind.is(TokenKind.LEFT_PAREN) && !literal) {
            return false;
        }
        NameParser.functionName(cursor);
        if (literal) {
            cursor.next();
        } else {
            call(cursor);
        }
        return true;
    }

    /** As {@link #skip}, for a call only and without FILTER, OVER and WITHIN GROUP. */
    static boolean skipWithoutAggregation(Cursor cursor) {
        boolean call = behindName(cursor).is(TokenKind.LEFT_PAREN);
        if (call) {
            NameParser.functionName(cursor);
            arguments(cursor);
        }
        return call;
    }

    /** The token behind a name of one or several parts. */
    private static Token behindName(Cursor cursor) {
        int ahead = 1;
        while (cursor.peek(ahead).is(TokenKind.DOT) && isLabel(cursor.peek(ahead + 1))) {
            ahead += 2;
        }
        return cursor.peek(ahead);
    }

    private static boolean isTypeOrFunction(Cursor cursor) {
        return cursor.peek(1).is(TokenKind.DOT) || NameParser.isName(cursor.peek(), Keywords::mayNameTypeOrFunction);
    }

    private static boolean isLabel(Token token) {
        return NameParser.isName(token, word -> true);
    }

    private static void call(Cursor cursor) {
        Arguments arguments = arguments(cursor);
        if (arguments == Arguments.MODIFIERS && isText(cursor.peek())) {
            cursor.next();
            return;
        }
        if (arguments != Arguments.OF_A_SET) {
            withinGroup(cursor);
        }
        skipAggregation(cursor);
    }

    /** What arguments could be. */
    enum Arguments {
        /** Those of any function, and a type's modifiers as well. */
        MODIFIERS,
        /** Those of any function. */
        PLAIN,
        /** With DISTINCT, ORDER BY or VARIADIC among them, so that WITHIN GROUP cannot follow. */
        OF_A_SET
    }

    /** Moves behind {@code (…)}. */
    static Arguments arguments(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Arguments arguments = Arguments.PLAIN;
        if (!cursor.is(TokenKind.RIGHT_PAREN) && !cursor.acceptOperator("*")) {
            arguments = listed(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return arguments;
    }

    private static Arguments listed(Cursor cursor) {
        boolean all = cursor.acceptWords("all");
        boolean set = !all && cursor.acceptWords("distinct");
        boolean named = false;
        boolean variadic;
        do {
            variadic = cursor.acceptWords("variadic");
            named |= argument(cursor);
        } while (!variadic && cursor.accept(TokenKind.COMMA));
        set |= variadic | SortParser.orderBy(cursor);
        return set ? Arguments.OF_A_SET : all || named ? Arguments.PLAIN : Arguments.MODIFIERS;
    }

    /** An argument; says whether it had a name. */
    static boolean argument(Cursor cursor) {
        boolean named = isNamed(cursor);
        if (named) {
            NameParser.typeOrFunction(cursor);
            cursor.next();
        }
        ExpressionParser.skip(cursor);
        return named;
    }

    /** Whether an argument's name stands here. */
    static boolean isNamed(Cursor cursor) {
        Token behind = cursor.peek(1);
        return NameParser.isName(cursor.peek(), Keywords::mayNameTypeOrFunction)
                && (behind.is(TokenKind.COLON_EQUALS) || behind.is(TokenKind.EQUALS_GREATER));
    }

    private static void withinGroup(Cursor cursor) {
        if (cursor.acceptWords("within", "group")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            SortParser.expectOrderBy(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
    }

    /** {@code FILTER (…)} and {@code OVER …}, as far as they stand here. */
    static void skipAggregation(Cursor cursor) {
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
