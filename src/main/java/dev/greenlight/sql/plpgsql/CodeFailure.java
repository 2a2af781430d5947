package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Unread;

/** Carries the parser out of a body that does not compile. It never leaves this package and has no stack trace. */
final class CodeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Unread problem;
    private final SqlState state;

    private CodeFailure(Unread problem, SqlState state) {
        super(null, null, false, false);
        this.problem = problem;
        this.state = state;
    }

    /** What the parser of SQL says of the SQL in it. */
    static CodeFailure of(Unread problem) {
        return new CodeFailure(problem, SqlState.SYNTAX_ERROR);
    }

    static CodeFailure at(Span at, String message) {
        return at(at, message, SqlState.SYNTAX_ERROR);
    }

    /** Names in a message may have line breaks, but the message has none. */
    static CodeFailure at(Span at, String message, SqlState state) {
        String line = String.join(" ", message.lines().toList());
        return new CodeFailure(new Unread.Unparsed(at, at, line, null), state);
    }

    /** Something else should stand there. */
    static CodeFailure expected(Span at, String place, String what) {
        String message = "syntax error " + place + ": expected " + what;
        return new CodeFailure(new Unread.Unparsed(at, at, message, what), SqlState.SYNTAX_ERROR);
    }

    Unread problem() {
        return problem;
    }

    SqlState state() {
        return state;
    }
}
