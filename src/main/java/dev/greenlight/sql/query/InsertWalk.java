package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.List;

/** Goes through an INSERT (manual part VI, INSERT). */
final class InsertWalk {
    private final Marks marks;
    private final int end;
    private final Surroundings surroundings;
    private final Clauses clauses;

    InsertWalk(Marks marks, int end, Surroundings surroundings) {
        this.marks = marks;
        this.end = end;
        this.surroundings = surroundings;
        this.clauses = new Clauses(marks, end, surroundings);
    }

    List<OutputColumn> walk(int from) {
        Target target = Target.read(marks, from + 2, end, Use.INSERT);
        Scope scope = clauses.scope(List.of(target.item()));
        int i = target.next();
        if (marks.is(i, TokenKind.LEFT_PAREN) && !isQuery(i)) {
            i = clauses.columns(i, scope);
        }
        while (i < end && marks.isWord(i, "overriding")) {
            i += 3;
        }
        int returning = clauses.find(i, "returning");
        int conflict = conflict(i, returning);
        rows(i, conflict);
        if (conflict < returning) {
            onConflict(conflict + 2, returning, target, scope);
        }
        return clauses.returning(returning, target, List.of(target.item()));
    }

    private boolean isQuery(int open) {
        int first = open;
        while (marks.is(first, TokenKind.LEFT_PAREN)) {
            first++;
        }
        return marks.isWord(first, "select")
                || marks.isWord(first, "with")
                || marks.isWord(first, "table")
                || marks.isWord(first, "values") && marks.is(first + 1, TokenKind.LEFT_PAREN);
    }

    private int conflict(int from, int to) {
        int i = clauses.find(from, "on");
        while (i < to && !marks.isWord(i, "on", "conflict")) {
            i = clauses.find(i + 1, "on");
        }
        return Math.min(i, to);
    }

    private void rows(int from, int to) {
        if (from >= to || marks.isWord(from, "default", "values")) {
            return;
        }
        if (marks.isWord(from, "values")) {
            clauses.expressions(from + 1, to, clauses.scope(List.of()));
        } else {
            new StatementWalk(marks).statement(from, to, surroundings);
        }
    }

    /** In DO UPDATE the row that could not be inserted is called {@code excluded}. */
    private void onConflict(int from, int to, Target target, Scope scope) {
        int action = Math.min(clauses.find(from, "do"), to);
        if (marks.is(from, TokenKind.LEFT_PAREN)) {
            int close = marks.partner(from);
            clauses.expressions(from + 1, Math.min(close, to), scope);
            clauses.where(close + 1, action, scope);
        }
        if (!marks.isWord(action, "do", "update", "set")) {
            return;
        }
        List<FromItem> rows = new ArrayList<>(List.of(target.item(), target.named("excluded")));
        Scope both = clauses.scope(rows);
        int where = Math.min(clauses.find(action + 3, "where"), to);
        clauses.assignments(action + 3, where, scope, both);
        if (where < to) {
            clauses.where(where, to, both);
        }
    }
}
