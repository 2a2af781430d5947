package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.List;

/** Goes through a MERGE (manual part VI, MERGE). */
final class MergeWalk {
    private final Marks marks;
    private final int end;
    private final Clauses clauses;

    MergeWalk(Marks marks, int end, Surroundings surroundings) {
        this.marks = marks;
        this.end = end;
        this.clauses = new Clauses(marks, end, surroundings);
    }

    List<OutputColumn> walk(int start) {
        Target target = Target.read(marks, start + 2, end, Use.MERGE);
        int using = clauses.find(target.next(), "using");
        int on = condition(using);
        int when = when(on);
        int returning = clauses.find(on, "returning");
        List<FromItem> source = clauses.from(Math.min(using + 1, on), on);
        List<FromItem> items = new ArrayList<>(List.of(target.item()));
        items.addAll(source);
        Scope scope = clauses.scope(items);
        clauses.expressions(Math.min(on + 1, when), when, scope);
        while (when < returning) {
            int next = when(when + 1);
            branch(when, Math.min(next, returning), target, scope, clauses.scope(source));
            when = next;
        }
        return clauses.returning(returning, target, items);
    }

    /** The last ON before the first WHEN: those before it belong to joins of the source. */
    private int condition(int using) {
        int when = when(using);
        int on = clauses.find(using, "on");
        for (int next = on; next < when; next = clauses.find(next + 1, "on")) {
            on = next;
        }
        return Math.min(on, when);
    }

    /** The next WHEN that is not part of a CASE. */
    private int when(int from) {
        int i = clauses.find(from, "when", "returning");
        while (i < end
                && marks.isWord(i, "when")
                && !marks.isWord(i, "when", "matched")
                && !marks.isWord(i, "when", "not", "matched")) {
            i = clauses.find(i + 1, "when", "returning");
        }
        return i;
    }

    /** {@code WHEN [NOT] MATCHED [BY …] [AND condition] THEN action}; what is inserted sees the source alone. */
    private void branch(int when, int to, Target target, Scope scope, Scope source) {
        int action = action(when, to);
        boolean insert = marks.isWord(action, "insert");
        int condition = clauses.find(when, "and");
        if (condition < action - 1) {
            clauses.expressions(condition + 1, action - 1, insert ? source : scope);
        }
        Scope columns = clauses.scope(List.of(target.item()));
        if (marks.isWord(action, "update", "set")) {
            clauses.assignments(action + 2, to, columns, scope);
        } else if (insert) {
            insert(action + 1, to, columns, source);
        }
    }

    /** The word behind the THEN that belongs to no CASE. */
    private int action(int when, int to) {
        int i = clauses.find(when, "then");
        while (i < to && !isAction(i + 1)) {
            i = clauses.find(i + 1, "then");
        }
        return Math.min(i + 1, to);
    }

    private boolean isAction(int index) {
        return marks.isWord(index, "update", "set")
                || marks.isWord(index, "delete")
                || marks.isWord(index, "do", "nothing")
                || marks.isWord(index, "insert");
    }

    private void insert(int from, int to, Scope columns, Scope source) {
        int i = marks.is(from, TokenKind.LEFT_PAREN) ? clauses.columns(from, columns) : from;
        int values = clauses.find(i, "values");
        if (values < to && !marks.isWord(values - 1, "default")) {
            clauses.expressions(values + 1, to, source);
        }
    }
}
