package dev.greenlight.replay.answer;

/** Says that an expression is of a form that is not reckoned; never seen outside of this package. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
