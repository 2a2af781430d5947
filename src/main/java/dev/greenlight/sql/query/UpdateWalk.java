package dev.greenlight.sql.query;

import dev.greenlight.sql.query.QueryWalk.Surroundings;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.List;

/** Goes through an UPDATE or a DELETE (manual part VI, UPDATE and DELETE). */
final class UpdateWalk {
    private final Marks marks;
    private final int end;
    private final Clauses clauses;

    UpdateWalk(Marks marks, int end, Surroundings surroundings) {
        this.marks = marks;
        this.end = end;
        this.clauses = new Clauses(marks, end, surroundings);
    }

    List<OutputColumn> update(int start) {
        Target target = Target.read(marks, start + 1, end, Use.UPDATE);
        int set = clauses.find(target.next(), "set");
        int from = clauses.find(set, "from", "where", "returning");
        int where = clauses.find(from, "where", "returning");
        List<FromItem> items = new ArrayList<>(List.of(target.item()));
        if (marks.isWord(from, "from")) {
            items.addAll(clauses.from(from + 1, where));
        }
        Scope scope = clauses.scope(items);
        if (set < from) {
            clauses.assignments(set + 1, from, clauses.scope(List.of(target.item())), scope);
        } else {
            marks.doubt();
        }
        return rest(where, target, items, scope);
    }

    List<OutputColumn> delete(int start) {
        Target target = Target.read(marks, start + 2, end, Use.DELETE);
        int using = clauses.find(target.next(), "using", "where", "returning");
        int where = clauses.find(using, "where", "returning");
        List<FromItem> items = new ArrayList<>(List.of(target.item()));
        if (marks.isWord(using, "using")) {
            items.addAll(clauses.from(using + 1, where));
        } else if (using > target.next()) {
            marks.doubt();
        }
        return rest(where, target, items, clauses.scope(items));
    }

    private List<OutputColumn> rest(int where, Target target, List<FromItem> items, Scope scope) {
        int returning = clauses.find(where, "returning");
        clauses.where(where, returning, scope);
        return clauses.returning(returning, target, items);
    }
}
