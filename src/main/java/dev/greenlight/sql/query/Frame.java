package dev.greenlight.sql.query;

import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.query.FunctionCall.Argument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a query that encloses others, while its tokens are read: most often what stands in parentheses. */
final class Frame {
    /** What encloses. */
    enum Kind {
        /** A query, or in FROM a parenthesis with joins in it. */
        QUERY,
        GROUP,
        /** The arguments of a function or of what looks like one. */
        CALL,
        /** As {@link #CALL}, with words of its own between the arguments (manual 9.15, 9.16). */
        GRAMMAR,
        CAST,
        EXTRACT,
        SUBSCRIPT,
        ARRAY,
        CASE,
        /** A window definition, or the ORDER BY of WITHIN GROUP. */
        WINDOW,
        /** A window definition in the WINDOW clause. */
        NAMED_WINDOW,
        FILTER,
        /** The expressions of DISTINCT ON. */
        DISTINCT
    }

    /** Where in a query. */
    enum Clause {
        START,
        WITH,
        SELECT,
        FROM,
        ON,
        EXPRESSION,
        GROUP_BY,
        WINDOW
    }

    final Kind kind;
    /** The index of its first token behind the one that opens it. */
    final int start;
    /** Which query it belongs to: a number that relations and locking clauses of one query share. */
    final int query;

    Clause clause;
    /** The function that is called; null where nothing is reported. */
    @Nullable
    ObjectName function;

    boolean grammar;
    final List<Argument> arguments = new ArrayList<>();
    /** The index of the argument's first token; negative behind ORDER BY, where no argument can follow. */
    int argumentStart;

    Frame(Kind kind, int start, int query, Clause clause) {
        this.kind = kind;
        this.start = start;
        this.query = query;
        this.clause = clause;
        this.argumentStart = start;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isQuery() {
        return kind == Kind.QUERY;
    }

    /** Whether commas in it part the arguments of a call. */
    boolean hasArguments() {
        return kind == Kind.CALL || kind == Kind.GRAMMAR;
    }

    /** Whether relations are named here. */
    boolean namesRelations() {
        return kind == Kind.QUERY && clause == Clause.FROM;
    }
}
