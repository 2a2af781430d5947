package dev.greenlight.sql;

/** Finds where the entries of FROM end (manual 7.2.1), which USING has too in DELETE and MERGE. */
final class FromParser {
    private FromParser() {}

    static void list(Cursor cursor) {
        do {
            entry(cursor);
        } while (cursor.accept(TokenKind.COMMA));
    }

    /** A table with all that is joined to it. */
    static void entry(Cursor cursor) {
        cursor.nested(() -> {
            primary(cursor);
            joins(cursor);
            return true;
        });
    }

    /** Says whether there is a join. */
    private static boolean joins(Cursor cursor) {
        boolean joined = false;
        while (join(cursor)) {
            joined = true;
        }
        return joined;
    }

    private static boolean join(Cursor cursor) {
        if (cursor.acceptWords("cross")) {
            cursor.expectWord("join");
            primary(cursor);
        } else if (cursor.acceptWords("natural")) {
            joinType(cursor);
            cursor.expectWord("join");
            primary(cursor);
        } else if (cursor.isAnyWord("join", "inner", "left", "right", "full")) {
            joinType(cursor);
            cursor.expectWord("join");
            entry(cursor);
            condition(cursor);
        } else {
            return false;
        }
        return true;
    }

    private static void joinType(Cursor cursor) {
        if (cursor.acceptAnyWord("left", "right", "full").isPresent()) {
            cursor.acceptWords("outer");
        } else {
            cursor.acceptWords("inner");
        }
    }

    private static void condition(Cursor cursor) {
        if (cursor.expectAnyWord("on", "using").equals("on")) {
            ExpressionParser.skip(cursor);
            return;
        }
        NameParser.parenthesizedNames(cursor);
        if (cursor.acceptWords("as")) {
            NameParser.name(cursor);
        }
    }

    private static void primary(Cursor cursor) {
        boolean lateral = cursor.acceptWords("lateral");
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            parenthesized(cursor);
            alias(cursor);
        } else if (cursor.isWord("xmltable") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            XmlCallParser.table(cursor);
            alias(cursor);
        } else if (cursor.isWord("json_table") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            JsonTableParser.skip(cursor);
            alias(cursor);
        } else if (lateral || isFunction(cursor)) {
            function(cursor);
        } else {
            RelationParser.target(cursor);
            alias(cursor);
            sample(cursor);
        }
    }

    /**
     * A query or a join in parentheses, which may both hold further parentheses; says whether it is a query. What joins
     * a query with another may follow in the same parentheses.
     */
    private static boolean parenthesized(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        boolean query = cursor.nested(() -> inParentheses(cursor));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return query;
    }

    private static boolean inParentheses(Cursor cursor) {
        if (cursor.isAnyWord("select", "with", "table")
                || cursor.isWord("values") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            QueryParser.skip(cursor);
            return true;
        }
        boolean joined = false;
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            boolean query = parenthesized(cursor);
            if (query && (QueryParser.isTail(cursor) || cursor.is(TokenKind.RIGHT_PAREN))) {
                QueryParser.tail(cursor);
                return true;
            }
            boolean named = alias(cursor);
            joined = !query && !named;
        } else {
            primary(cursor);
        }
        if (!joins(cursor) && !joined) {
            throw cursor.failExpected("a join");
        }
        return false;
    }

    /** Whether what stands here is no relation's name: a call, or a value that is written as a key word. */
    private static boolean isFunction(Cursor cursor) {
        if (cursor.isWord("only")) {
            return false;
        }
        if (!NameParser.isName(cursor.peek(), Keywords::mayNameColumn)) {
            return true;
        }
        int ahead = 1;
        while (cursor.peek(ahead).is(TokenKind.DOT)) {
            ahead += 2;
        }
        return cursor.peek(ahead).is(TokenKind.LEFT_PAREN) || cursor.isWord("rows", "from");
    }

    private static void function(Cursor cursor) {
        if (cursor.acceptWords("rows", "from")) {
            cursor.parenthesized(() -> rowsFrom(cursor));
        } else {
            OperandParser.skipCall(cursor);
        }
        cursor.acceptWords("with", "ordinality");
        functionAlias(cursor);
    }

    private static boolean rowsFrom(Cursor cursor) {
        OperandParser.skipCall(cursor);
        if (cursor.acceptWords("as")) {
            cursor.parenthesized(() -> typedColumn(cursor));
        }
        return true;
    }

    /** {@code [AS] name [(columns)]}; says whether it stands here. A placeholder is more likely a clause. */
    static boolean alias(Cursor cursor) {
        boolean written = cursor.acceptWords("as");
        boolean named = !cursor.is(TokenKind.PLACEHOLDER) && NameParser.isName(cursor.peek(), Keywords::mayNameColumn);
        if (!written && !named) {
            return false;
        }
        NameParser.name(cursor);
        NameParser.optionalNames(cursor);
        return true;
    }

    /** As {@link #alias}, but the columns may have types, and then the name may be missing behind AS. */
    private static void functionAlias(Cursor cursor) {
        boolean nameless = cursor.isWord("as") && cursor.peek(1).is(TokenKind.LEFT_PAREN);
        int columns = cursor.isWord("as") && !nameless ? 2 : 1;
        if (nameless) {
            cursor.next();
        } else if (isTypedList(cursor, columns)) {
            cursor.acceptWords("as");
            NameParser.name(cursor);
        } else {
            alias(cursor);
            return;
        }
        cursor.parenthesized(() -> typedColumn(cursor));
    }

    private static boolean isTypedList(Cursor cursor, int ahead) {
        Token behind = cursor.peek(ahead + 2);
        return NameParser.isName(cursor.peek(ahead - 1), Keywords::mayNameColumn)
                && cursor.peek(ahead).is(TokenKind.LEFT_PAREN)
                && !behind.is(TokenKind.COMMA)
                && !behind.is(TokenKind.RIGHT_PAREN);
    }

    private static Name typedColumn(Cursor cursor) {
        Name name = NameParser.name(cursor);
        TypeNameParser.type(cursor);
        RelationParser.collation(cursor);
        return name;
    }

    /** {@code TABLESAMPLE method (…) [REPEATABLE (…)]}. */
    private static void sample(Cursor cursor) {
        if (!cursor.acceptWords("tablesample")) {
            return;
        }
        NameParser.functionName(cursor);
        cursor.parenthesized(() -> ExpressionParser.expression(cursor));
        if (cursor.acceptWords("repeatable")) {
            cursor.expect(TokenKind.LEFT_PAREN);
            ExpressionParser.skip(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
    }
}
