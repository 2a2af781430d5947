package dev.greenlight.rule;

import java.util.Locale;

/** What a statement asks of those who deploy it. */
public enum Signal {
    /** Nothing: deploy. */
    GREEN,
    /** A preview and a timeout. */
    YELLOW,
    /** An approval and a backup. */
    RED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Signal worst(Signal other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
