package dev.greenlight.sql;

import java.util.Optional;
import java.util.Set;

/** Finds where a single SELECT ends, before what may follow it in a larger query. */
final class SelectParser {
    /** Words that are no label of an output column without AS (manual appendix C, "requires AS"). */
    private static final Set<String> NEED_AS = Set.of(
            "array",
            "as",
            "char",
            "character",
            "create",
            "day",
            "except",
            "fetch",
            "filter",
            "for",
            "from",
            "grant",
            "group",
            "having",
            "hour",
            "intersect",
            "into",
            "isnull",
            "limit",
            "minute",
            "month",
            "notnull",
            "offset",
            "on",
            "order",
            "over",
            "overlaps",
            "precision",
            "returning",
            "second",
            "to",
            "union",
            "varying",
            "where",
            "window",
            "with",
            "within",
            "without",
            "year");

    /** Words that may follow SELECT where it has no output columns. */
    private static final Set<String> BEHIND_SELECT = Set.of(
            "from",
            "into",
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "with",
            "create",
            "grant");

    private SelectParser() {}

    /** Gives where INTO stands, if it does. */
    static Optional<Integer> skip(Cursor cursor) {
        cursor.expectWord("select");
        boolean distinct = distinct(cursor);
        if (distinct || hasTargets(cursor)) {
            targets(cursor);
        }
        Optional<Integer> into = Optional.empty();
        if (cursor.isWord("into")) {
            into = Optional.of(cursor.position());
            into(cursor);
        }
        clauses(cursor);
        return into;
    }

    /**
     * What may stand behind SELECT, without INTO and without what joins it to another query: an expression of PL/pgSQL
     * (gram.y, PLpgSQL_Expr).
     */
    static void behindSelect(Cursor cursor) {
        distinct(cursor);
        if (hasTargets(cursor)) {
            targets(cursor);
        }
        clauses(cursor);
        boolean ordered = SortParser.orderBy(cursor);
        LimitParser.limitsAndLocks(cursor, ordered);
    }

    private static void clauses(Cursor cursor) {
        if (cursor.acceptWords("from")) {
            FromParser.list(cursor);
        }
        where(cursor);
        groupBy(cursor);
        if (cursor.acceptWords("having")) {
            ExpressionParser.skip(cursor);
        }
        WindowParser.clause(cursor);
    }

    private static boolean distinct(Cursor cursor) {
        if (cursor.acceptWords("all") || !cursor.acceptWords("distinct")) {
            return false;
        }
        if (cursor.acceptWords("on")) {
            cursor.parenthesized(() -> ExpressionParser.expression(cursor));
        }
        return true;
    }

    private static boolean hasTargets(Cursor cursor) {
        boolean behind = cursor.is(TokenKind.WORD)
                && BEHIND_SELECT.contains(cursor.peek().value());
        return !behind && !QueryParser.isEnd(cursor);
    }

    /** Output columns: those of a select list or of RETURNING. */
    static void targets(Cursor cursor) {
        do {
            if (!cursor.acceptOperator("*")) {
                ExpressionParser.skip(cursor);
                label(cursor);
            }
        } while (cursor.accept(TokenKind.COMMA));
    }

    /** {@code format} is a label like any other, but not before {@code json}, which belongs to a JSON function. */
    private static void label(Cursor cursor) {
        boolean bare = NameParser.isName(cursor.peek(), word -> !NEED_AS.contains(word));
        if (cursor.acceptWords("as") || bare && !cursor.isWord("format", "json")) {
            NameParser.label(cursor);
        }
    }

    private static void into(Cursor cursor) {
        cursor.expectWord("into");
        RelationParser.persistence(cursor);
        cursor.acceptWords("table");
        NameParser.objectName(cursor);
    }

    static void where(Cursor cursor) {
        if (cursor.acceptWords("where")) {
            ExpressionParser.skip(cursor);
        }
    }

    private static void groupBy(Cursor cursor) {
        if (cursor.acceptWords("group")) {
            cursor.expectWord("by");
            cursor.acceptAnyWord("all", "distinct");
            cursor.commaSeparated(() -> group(cursor));
        }
    }

    /** An expression, {@code ()}, or sets of them (manual 7.2.4). */
    private static boolean group(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN) && cursor.peek(1).is(TokenKind.RIGHT_PAREN)) {
            cursor.next();
            cursor.next();
        } else if (cursor.acceptWords("grouping", "sets")) {
            cursor.parenthesized(() -> group(cursor));
        } else if (cursor.isAnyWord("rollup", "cube") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            cursor.next();
            cursor.parenthesized(() -> ExpressionParser.expression(cursor));
        } else {
            ExpressionParser.skip(cursor);
        }
        return true;
    }
}
