package dev.greenlight.sql;

import java.util.Set;

/** Finds where the entries of FROM end (manual 7.2.1), which USING has too in DELETE and MERGE. */
final class FromParser {
    private static final Set<String> OWN_SYNTAX = Set.of("xmltable", "json_table");

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

    private static void joins(Cursor cursor) {
        while (true) {
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
                return;
            }
        }
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
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            entry(cursor);
            return false;
        }
        boolean query = parenthesized(cursor);
        if (query && (QueryParser.isTail(cursor) || cursor.is(TokenKind.RIGHT_PAREN))) {
            QueryParser.tail(cursor);
            return true;
        }
        alias(cursor);
        joins(cursor);
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
        } else if (OWN_SYNTAX.contains(cursor.peek().value())) {
            cursor.next();
            cursor.skipBalanced();
        } else {
            OperandParser.skipCall(cursor);
        }
        if (cursor.acceptWords("with")) {
            cursor.expectWord("ordinality");
        }
        alias(cursor);
    }

    private static boolean rowsFrom(Cursor cursor) {
        OperandParser.skipCall(cursor);
        if (cursor.acceptWords("as")) {
            cursor.parenthesized(() -> column(cursor));
        }
        return true;
    }

    /** {@code [AS] name [(columns)]}, the columns with types behind functions, where the name may be missing. */
    private static void alias(Cursor cursor) {
        boolean written = cursor.acceptWords("as");
        boolean named = NameParser.isName(cursor.peek(), Keywords::mayNameColumn);
        if (named) {
            NameParser.name(cursor);
        } else if (written && !cursor.is(TokenKind.LEFT_PAREN)) {
            throw cursor.failExpected("an alias");
        }
        if ((written || named) && cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.parenthesized(() -> column(cursor));
        }
    }

    private static Name column(Cursor cursor) {
        Name name = NameParser.name(cursor);
        if (!cursor.is(TokenKind.COMMA) && !cursor.is(TokenKind.RIGHT_PAREN)) {
            TypeNameParser.type(cursor);
            RelationParser.collation(cursor);
        }
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
