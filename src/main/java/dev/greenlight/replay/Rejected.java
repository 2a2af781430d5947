package dev.greenlight.replay;

/** Ends a statement that PostgreSQL would reject. It never leaves this package: {@link Session} makes data of it. */
final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SqlError error;

    Rejected(SqlError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    SqlError error() {
        return error;
    }
}
