package dev.greenlight.sql;

import java.util.List;

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

    /** Where this word first stands outside parentheses and is no label, or -1. */
    static int topLevel(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += switch (token.kind()) {
                case LEFT_PAREN, LEFT_BRACKET -> 1;
                case RIGHT_PAREN, RIGHT_BRACKET -> -1;
                default -> 0;
            };
            if (depth == 0 && token.isWord(word) && !isLabel(tokens, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind AS and a dot any word is a name. */
    private static boolean isLabel(List<Token> tokens, int index) {
        return index > 0
                && (tokens.get(index - 1).isWord("as") || tokens.get(index - 1).is(TokenKind.DOT));
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
