package dev.greenlight.sql;

/** Carries a parser out of a statement that it cannot read. It never leaves this package and has no stack trace. */
final class ParseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Token at;

    ParseFailure(Token at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    /** The offending token; an empty one behind the last where the statement ends too early. */
    Token at() {
        return at;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
