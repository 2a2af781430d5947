package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Carries a parser out of a statement that it cannot read. It never leaves this package and has no stack trace. */
final class ParseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Token at;
    private final @Nullable String expected;
    private final boolean limit;

    ParseFailure(Token at, String message) {
        this(at, message, null, false);
    }

    private ParseFailure(Token at, String message, @Nullable String expected, boolean limit) {
        super(message, null, false, false);
        this.at = at;
        this.expected = expected;
        this.limit = limit;
    }

    /** Something else should stand there; {@code place} is where, in PostgreSQL's words. */
    static ParseFailure expected(Token at, String place, String what) {
        return new ParseFailure(at, "syntax error " + place + ": expected " + what, what, false);
    }

    /** The statement may be right, but is more than this parser reads. */
    static ParseFailure limit(Token at, String message) {
        return new ParseFailure(at, message, null, true);
    }

    /** The offending token; an empty one behind the last where the statement ends too early. */
    Token at() {
        return at;
    }

    /** What should stand there, where that is what is wrong. */
    @Nullable
    String expected() {
        return expected;
    }

    boolean isLimit() {
        return limit;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
