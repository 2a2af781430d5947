package dev.greenlight.sql;

/** Finds where a query ends; what stands in it is read elsewhere. */
final class QueryParser {
    private QueryParser() {}

    /**
     * A query up to the end of the statement, the parenthesis that closes around it, or what may follow it in CREATE
     * VIEW and CREATE TABLE AS: {@code WITH [NO] DATA}, {@code WITH … CHECK OPTION}. In CREATE SCHEMA the next
     * element ends it, too.
     */
    static Query query(Cursor cursor) {
        if (!isQuery(cursor)) {
            throw cursor.failExpected("a query");
        }
        return rest(cursor);
    }

    /** Whether SELECT, VALUES, TABLE, WITH or a parenthesis stands here. */
    static boolean isQuery(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN)
                || cursor.is(TokenKind.PLACEHOLDER)
                || cursor.isAnyWord("select", "values", "table", "with");
    }

    /** As {@link #query}, whatever the first word. */
    static Query rest(Cursor cursor) {
        int start = cursor.position();
        while (!cursor.atEnd() && !isBehind(cursor)) {
            if (cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LEFT_BRACKET)) {
                cursor.skipBalanced();
            } else {
                cursor.next();
            }
        }
        if (cursor.position() == start) {
            throw cursor.failExpected("a query");
        }
        return new Query(cursor.tokensFrom(start));
    }

    private static boolean isBehind(Cursor cursor) {
        return switch (cursor.peek().kind()) {
            case RIGHT_PAREN, RIGHT_BRACKET, SEMICOLON -> true;
            case WORD -> isBehindWord(cursor);
            default -> false;
        };
    }

    private static boolean isBehindWord(Cursor cursor) {
        return switch (cursor.peek().value()) {
            case "with" -> isWithData(cursor) || isCheckOption(cursor);
            case "create", "grant" -> !cursor.isBehind(TokenKind.DOT) && !cursor.isBehindWord("as");
            default -> false;
        };
    }

    private static boolean isWithData(Cursor cursor) {
        return cursor.isWord("with", "data") && cursor.peek(2).kind() == TokenKind.WHITESPACE
                || cursor.isWord("with", "no", "data");
    }

    private static boolean isCheckOption(Cursor cursor) {
        return cursor.isWord("with", "check", "option")
                || cursor.isWord("with", "cascaded", "check", "option")
                || cursor.isWord("with", "local", "check", "option");
    }
}
