package dev.greenlight.cli;

/** A mistake in the way Greenlight was called; the message is one line that says what would be right. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message);
    }
}
