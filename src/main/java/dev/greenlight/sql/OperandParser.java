package dev.greenlight.sql;

import java.util.List;
import java.util.Set;

/** Finds where an operand of an expression ends (manual 4.2): a constant, a column, a call, CASE, a sub-select … */
final class OperandParser {
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    /** Functions that are called without parentheses (manual 9.9.5 and 9.27). */
    private static final Set<String> SESSION = Set.of(
            "current_date", "current_role", "current_user", "session_user", "system_user", "user", "current_catalog");

    /** As {@link #SESSION}, but a precision in parentheses may follow. */
    private static final Set<String> CLOCKS =
            Set.of("current_time", "current_timestamp", "localtime", "localtimestamp");

    private static final Set<String> QUERIES = Set.of("select", "with", "table", "values");

    private OperandParser() {}

    static void skip(Cursor cursor) {
        switch (cursor.peek().kind()) {
            case INTEGER, NUMERIC, BIT_STRING, STRING, DOLLAR_STRING -> cursor.next();
            case PARAMETER -> {
                cursor.next();
                indirection(cursor);
            }
            case LEFT_PAREN -> {
                if (!parenthesized(cursor)) {
                    indirection(cursor);
                }
            }
            case WORD -> word(cursor, cursor.peek().value());
            case QUOTED_IDENTIFIER, PLACEHOLDER -> named(cursor);
            default -> throw cursor.failExpected("an expression");
        }
    }

    /** Moves behind a function's call, but not FILTER and OVER, or behind a value that is written as a key word. */
    static void skipCall(Cursor cursor) {
        boolean call = cursor.is(TokenKind.WORD)
                && (SESSION.contains(cursor.peek().value())
                        || CLOCKS.contains(cursor.peek().value())
                        || Keywords.COLUMN_NAME.contains(cursor.peek().value())
                        || cursor.isAnyWord("cast", "current_schema")
                        || cursor.isWord("collation", "for"));
        if (call) {
            word(cursor, cursor.peek().value());
        } else if (!CallParser.skipWithoutAggregation(cursor)) {
            checkCalled(cursor);
            throw cursor.failExpected("a column, a function's call or an expression in parentheses");
        }
    }

    private static void word(Cursor cursor, String word) {
        boolean called = cursor.peek(1).is(TokenKind.LEFT_PAREN);
        if (CONSTANTS.contains(word)
                || SESSION.contains(word)
                || word.equals("current_schema") && !called && !CallParser.isText(cursor.peek(1))) {
            cursor.next();
        } else if (CLOCKS.contains(word)) {
            cursor.next();
            precision(cursor);
        } else if (word.equals("case")) {
            caseExpression(cursor);
        } else if (word.equals("cast")) {
            cast(cursor);
        } else if (word.equals("array")) {
            array(cursor);
        } else if (called && Keywords.COLUMN_NAME.contains(word)) {
            if (!typedLiteral(cursor)) {
                SpecialCallParser.skip(cursor);
            }
        } else if (!typedLiteral(cursor)) {
            named(cursor);
        }
    }

    private static void precision(Cursor cursor) {
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            cursor.expect(TokenKind.INTEGER);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
    }

    /** {@code CASE … WHEN … THEN … ELSE … END} (manual 9.18). */
    private static void caseExpression(Cursor cursor) {
        cursor.expectWord("case");
        if (!cursor.isWord("when")) {
            ExpressionParser.skip(cursor);
        }
        do {
            cursor.expectWord("when");
            ExpressionParser.skip(cursor);
            cursor.expectWord("then");
            ExpressionParser.skip(cursor);
        } while (cursor.isWord("when"));
        if (cursor.acceptWords("else")) {
            ExpressionParser.skip(cursor);
        }
        cursor.expectWord("end");
    }

    private static void cast(Cursor cursor) {
        cursor.expectWord("cast");
        SpecialCallParser.asType(cursor);
    }

    /** {@code ARRAY[…]} or {@code ARRAY(query)} (manual 4.2.12). */
    private static void array(Cursor cursor) {
        cursor.expectWord("array");
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            subquery(cursor);
        } else {
            arrayElements(cursor);
        }
    }

    private static boolean arrayElements(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_BRACKET);
        if (cursor.is(TokenKind.LEFT_BRACKET)) {
            cursor.nested(() -> cursor.commaSeparated(() -> arrayElements(cursor)));
        } else if (!cursor.is(TokenKind.RIGHT_BRACKET)) {
            ExpressionParser.skipList(cursor);
        }
        cursor.expect(TokenKind.RIGHT_BRACKET);
        return true;
    }

    /** {@code type 'text'} where the type is written with key words, such as {@code interval '1' day}. */
    private static boolean typedLiteral(Cursor cursor) {
        if (!TypeNameParser.isKeywordType(cursor)) {
            return false;
        }
        if (cursor.isWord("interval") && !cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            return intervalLiteral(cursor);
        }
        int start = cursor.position();
        try {
            TypeNameParser.simple(cursor);
        } catch (ParseFailure failure) {
            cursor.backTo(start);
            return false;
        }
        boolean literal = CallParser.isText(cursor.peek());
        cursor.backTo(literal ? cursor.position() + 1 : start);
        return literal;
    }

    private static boolean intervalLiteral(Cursor cursor) {
        if (!CallParser.isText(cursor.peek(1))) {
            return false;
        }
        cursor.next();
        cursor.next();
        TypeNameParser.intervalFields(cursor);
        return true;
    }

    /** A column, a function's call, or a literal of a type with a plain name. */
    private static void named(Cursor cursor) {
        if (cursor.acceptWords("collation", "for")) {
            SpecialCallParser.arguments(cursor, false);
        } else if (!CallParser.skip(cursor)) {
            checkCalled(cursor);
            NameParser.name(cursor);
            indirection(cursor);
        }
    }

    /** A word that names nothing but a function is right as far as it goes: what is wrong is that it is not called. */
    private static void checkCalled(Cursor cursor) {
        if (cursor.is(TokenKind.WORD)
                && Keywords.TYPE_OR_FUNCTION_NAME.contains(cursor.peek().value())) {
            cursor.next();
            throw cursor.failExpected("\"(\"");
        }
    }

    /** Fields and subscripts: {@code .field}, {@code .*}, {@code [1]}, {@code [1:2]}. */
    static void indirection(Cursor cursor) {
        while (true) {
            if (cursor.accept(TokenKind.DOT)) {
                if (!cursor.acceptOperator("*")) {
                    NameParser.label(cursor);
                }
            } else if (cursor.accept(TokenKind.LEFT_BRACKET)) {
                subscript(cursor);
            } else {
                return;
            }
        }
    }

    private static void subscript(Cursor cursor) {
        if (!cursor.is(TokenKind.COLON)) {
            ExpressionParser.skip(cursor);
        }
        if (cursor.accept(TokenKind.COLON) && !cursor.is(TokenKind.RIGHT_BRACKET)) {
            ExpressionParser.skip(cursor);
        }
        cursor.expect(TokenKind.RIGHT_BRACKET);
    }

    /** A sub-select, an expression or a row, in parentheses; says whether it was a row. */
    static boolean parenthesized(Cursor cursor) {
        if (isQuery(cursor, 1)) {
            QueryParser.skipParenthesized(cursor);
            return false;
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        boolean row = !expressionOrQuery(cursor) && cursor.accept(TokenKind.COMMA);
        if (row) {
            ExpressionParser.skipList(cursor);
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return row;
    }

    /** An expression or, if it begins with a query in parentheses that more follows, all of the query; says which. */
    static boolean expressionOrQuery(Cursor cursor) {
        int start = cursor.position();
        boolean query = ExpressionParser.skip(cursor)
                && QueryParser.isTail(cursor)
                && isParenthesizedQuery(cursor.tokensFrom(start));
        if (query) {
            QueryParser.tail(cursor);
        }
        return query;
    }

    private static boolean isParenthesizedQuery(List<Token> tokens) {
        int open = 0;
        while (tokens.get(open).is(TokenKind.LEFT_PAREN)) {
            open++;
        }
        return open > 0 && QUERIES.contains(tokens.get(open).value());
    }

    static void subquery(Cursor cursor) {
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            throw cursor.failExpected("a query in parentheses");
        }
        QueryParser.skipParenthesized(cursor);
    }

    private static boolean isQuery(Cursor cursor, int ahead) {
        return switch (cursor.peek(ahead).kind()) {
            case WORD -> isQueryWord(cursor, ahead);
            default -> false;
        };
    }

    private static boolean isQueryWord(Cursor cursor, int ahead) {
        return switch (cursor.peek(ahead).value()) {
            case "select", "with", "table" -> true;
            case "values" -> cursor.peek(ahead + 1).is(TokenKind.LEFT_PAREN);
            default -> false;
        };
    }
}
