package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Reads the clauses that statements which change rows have in common. */
final class Clauses {
    private final Marks marks;
    private final int end;
    private final Surroundings surroundings;
    private final Pieces pieces;

    Clauses(Marks marks, int end, Surroundings surroundings) {
        this.marks = marks;
        this.end = end;
        this.surroundings = surroundings;
        this.pieces = new Pieces(marks);
    }

    /** The index of the first of these words that stands in no parentheses, at or behind a token. */
    int find(int from, String... words) {
        int i = from;
        while (i < end && !isAny(i, words)) {
            boolean opens = marks.is(i, TokenKind.LEFT_PAREN) || marks.is(i, TokenKind.LEFT_BRACKET);
            i = opens ? marks.partner(i) + 1 : i + 1;
        }
        return Math.min(i, end);
    }

    private boolean isAny(int index, String... words) {
        for (String word : words) {
            if (marks.isWord(index, word)
                    && !marks.isWord(index - 1, "distinct")
                    && !marks.is(index - 1, TokenKind.DOT)) {
                return true;
            }
        }
        return false;
    }

    Scope scope(List<FromItem> items) {
        return new Scope(items, surroundings.outer());
    }

    void expressions(int from, int to, Scope scope) {
        pieces.expressions(from, to, scope, surroundings);
    }

    List<FromItem> from(int from, int to) {
        return from < to ? pieces.from(from, to, surroundings) : List.of();
    }

    /** {@code column = value} and {@code (columns) = row}, with commas between them. */
    void assignments(int from, int to, Scope target, Scope values) {
        int start = from;
        for (int i = from; i <= to; i = i == to ? to + 1 : next(i)) {
            if (i == to || marks.is(i, TokenKind.COMMA)) {
                assignment(start, i, target, values);
                start = i + 1;
            }
        }
    }

    private int next(int index) {
        boolean opens = marks.is(index, TokenKind.LEFT_PAREN) || marks.is(index, TokenKind.LEFT_BRACKET);
        return opens ? Math.min(marks.partner(index) + 1, end) : index + 1;
    }

    private void assignment(int from, int to, Scope target, Scope values) {
        int equals = from;
        while (equals < to
                && !(marks.is(equals, TokenKind.OPERATOR)
                        && marks.token(equals).value().equals("="))) {
            equals = next(equals);
        }
        if (equals >= to) {
            marks.doubt();
            return;
        }
        if (marks.is(from, TokenKind.LEFT_PAREN)) {
            columns(from, target);
        } else {
            column(from, target);
        }
        marks.mark(from, equals + 1, Role.SKIPPED);
        subscripts(from, equals, values);
        expressions(equals + 1, to, values);
    }

    /** {@code column[index] = value}. */
    private void subscripts(int from, int to, Scope values) {
        for (int i = from; i < to; i = next(i)) {
            if (marks.is(i, TokenKind.LEFT_BRACKET)) {
                pieces.subscript(i + 1, Math.min(marks.partner(i), to), values, surroundings);
            }
        }
    }

    /** The columns in a list in parentheses; gives the index behind it. */
    int columns(int open, Scope scope) {
        int close = Math.min(marks.partner(open), end);
        for (int i = open + 1; i < close; i++) {
            if (i == open + 1 || marks.is(i - 1, TokenKind.COMMA)) {
                column(i, scope);
            }
        }
        marks.mark(open, close + 1, Role.SKIPPED);
        return Math.min(close + 1, end);
    }

    private void column(int index, Scope scope) {
        Name name = Name.of(marks.token(index));
        marks.sightings.add(new Marks.Sighting(index, null, name, false, false, 0));
        marks.see(index, scope);
    }

    /** WHERE, if it stands here. */
    void where(int from, int to, Scope scope) {
        if (marks.isWord(from, "where", "current", "of")) {
            return;
        }
        if (marks.isWord(from, "where")) {
            expressions(from + 1, to, scope);
        }
    }

    /**
     * RETURNING, if it stands here: it sees what else the statement names, then {@code old} and {@code new} (manual
     * 6.4, Returning Data from Modified Rows).
     */
    List<OutputColumn> returning(int from, Target target, List<FromItem> items) {
        if (from >= end) {
            return List.of();
        }
        int list = from + 1;
        List<FromItem> rows = new ArrayList<>(List.of(target.named("old"), target.named("new")));
        if (marks.isWord(list, "with") && marks.is(list + 1, TokenKind.LEFT_PAREN)) {
            list = rows(list + 1, target, rows);
        }
        Scope scope = new Scope(items, new Scope(rows, surroundings.outer()));
        return list < end ? pieces.list(list, end, scope, surroundings) : List.of();
    }

    /** {@code WITH (OLD AS o, NEW AS n)}. */
    private int rows(int open, Target target, List<FromItem> rows) {
        int close = Math.min(marks.partner(open), end);
        for (int i = open + 1; i + 2 < close; i++) {
            if (marks.isWord(i + 1, "as")) {
                rows.add(target.named(Name.of(marks.token(i + 2)).value()));
            }
        }
        return close + 1;
    }
}
