package dev.greenlight.replay;

/** What a condition decides. NULL decides like false (manual 41.6.4). */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(Value value) {
        return switch (value) {
            case Value.Truth truth -> of(truth.value());
            case Value.Null ignored -> FALSE;
            case Value.Unknown ignored -> UNKNOWN;
            case Value.Text text -> of(text.value());
            case Value.Number number -> of(number.value().signum() != 0);
            case Value.Elements ignored -> UNKNOWN;
            case Value.Fields ignored -> UNKNOWN;
        };
    }

    private static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** A text may be the constant of a truth value (manual 8.6). */
    private static Truth of(String text) {
        return switch (text) {
            case "t", "true", "yes", "on", "1" -> TRUE;
            case "f", "false", "no", "off", "0" -> FALSE;
            default -> UNKNOWN;
        };
    }

    /** Whether two values are equal; NULL equals nothing. */
    static Truth equal(Value one, Value other) {
        if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
            return UNKNOWN;
        }
        if (one instanceof Value.Null || other instanceof Value.Null) {
            return FALSE;
        }
        if (one instanceof Value.Text first && other instanceof Value.Text second) {
            return of(first.value().equals(second.value()));
        }
        if (one instanceof Value.Number first && other instanceof Value.Number second) {
            return of(first.value().compareTo(second.value()) == 0);
        }
        return one instanceof Value.Truth && other instanceof Value.Truth ? of(one.equals(other)) : UNKNOWN;
    }
}
