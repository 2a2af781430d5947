package dev.greenlight.replay.answer;

/** Says that an expression is of a form that is not reckoned; who asks for a value or a type never sees it. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
