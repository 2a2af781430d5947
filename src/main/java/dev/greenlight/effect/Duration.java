package dev.greenlight.effect;

import java.util.Locale;

/** How long a statement works once it has its locks. */
public enum Duration {
    /** The same for a table of ten rows and one of a billion. */
    INSTANT,
    /** Longer the larger the table. */
    GROWS,
    /** As long as somebody else's transaction, or code that cannot be judged. */
    UNBOUNDED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
