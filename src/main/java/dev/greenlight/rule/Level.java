package dev.greenlight.rule;

import java.util.Locale;

/** How much a finding weighs. */
public enum Level {
    /** Shown; changes no signal, verdict or exit code. */
    NOTE,
    YELLOW,
    RED;

    public Signal signal() {
        return switch (this) {
            case NOTE -> Signal.GREEN;
            case YELLOW -> Signal.YELLOW;
            case RED -> Signal.RED;
        };
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
