package dev.greenlight.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads queries as PostgreSQL's grammar has them (manual 7 and SELECT), to find where they end. It builds no tree: what
 * a query names is read elsewhere.
 */
final class QueryParser {
    private QueryParser() {}

    /** A query, with WITH before it or in parentheses. */
    static Query query(Cursor cursor) {
        int start = cursor.position();
        if (!isQuery(cursor)) {
            throw cursor.failExpected("a query");
        }
        orTemplate(cursor, () -> skip(cursor));
        return new Query(cursor.tokensFrom(start));
    }

    /** Whether SELECT, VALUES, TABLE, WITH or a parenthesis stands here. */
    static boolean isQuery(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN)
                || cursor.is(TokenKind.PLACEHOLDER)
                || cursor.isAnyWord("select", "values", "table", "with");
    }

    /** What {@code grammar} gives; where a placeholder stands for more than a name, moves to the end and gives nothing. */
    static <T> Optional<T> orTemplate(Cursor cursor, Supplier<T> grammar) {
        int start = cursor.position();
        try {
            T read = grammar.get();
            if (cursor.is(TokenKind.PLACEHOLDER)) {
                skipToEnd(cursor);
            }
            return Optional.of(read);
        } catch (ParseFailure failure) {
            if (!cursor.is(TokenKind.PLACEHOLDER)
                    && cursor.tokensFrom(start).stream().noneMatch(token -> token.is(TokenKind.PLACEHOLDER))) {
                throw failure;
            }
            cursor.backTo(start);
            skipToEnd(cursor);
            return Optional.empty();
        }
    }

    /** Moves to the end of the statement or of the parentheses around it. */
    private static void skipToEnd(Cursor cursor) {
        while (!isEnd(cursor)) {
            if (cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LEFT_BRACKET)) {
                cursor.skipBalanced();
            } else {
                cursor.next();
            }
        }
    }

    /** Whether the statement, or the parentheses around it, ends here. */
    static boolean isEnd(Cursor cursor) {
        return cursor.atEnd() || cursor.is(TokenKind.RIGHT_PAREN) || cursor.is(TokenKind.SEMICOLON);
    }

    /** Moves behind a query; gives where its first INTO stands, outside parentheses. */
    static Optional<Integer> skip(Cursor cursor) {
        return cursor.nested(() -> {
            if (cursor.isWord("with")) {
                WithParser.parse(cursor);
            }
            return body(cursor);
        });
    }

    /** Moves behind a query in parentheses. */
    static void skipParenthesized(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        skip(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** Moves behind a query without its WITH clause; as {@link #skip}. */
    static Optional<Integer> body(Cursor cursor) {
        Optional<Integer> into = operand(cursor);
        tail(cursor);
        return into;
    }

    /** What may follow a query in parentheses to make a larger one of it. */
    static void tail(Cursor cursor) {
        while (cursor.acceptAnyWord("union", "intersect", "except").isPresent()) {
            cursor.acceptAnyWord("all", "distinct");
            operand(cursor);
        }
        boolean ordered = SortParser.orderBy(cursor);
        LimitParser.limitsAndLocks(cursor, ordered);
    }

    /** Whether one of the words stands here that {@link #tail} reads. */
    static boolean isTail(Cursor cursor) {
        return cursor.isAnyWord("union", "intersect", "except", "order", "limit", "offset", "fetch", "for");
    }

    private static Optional<Integer> operand(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            skipParenthesized(cursor);
            return Optional.empty();
        }
        switch (cursor.peek().value()) {
            case "values" -> values(cursor);
            case "table" -> {
                cursor.expectWord("table");
                RelationParser.target(cursor);
            }
            default -> {
                return SelectParser.skip(cursor);
            }
        }
        return Optional.empty();
    }

    private static void values(Cursor cursor) {
        cursor.expectWord("values");
        cursor.commaSeparated(() -> row(cursor));
    }

    private static List<Expression> row(Cursor cursor) {
        return cursor.parenthesized(() -> ExpressionParser.expression(cursor));
    }
}
