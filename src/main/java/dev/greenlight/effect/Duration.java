package dev.greenlight.effect;

import java.util.Locale;

/** How long a statement works once it has its locks. */
public enum Duration {
    /** The same for a table of ten rows and one of a billion. */
    INSTANT,
    /** Longer the larger the table, and the table is known to be small. */
    BRIEF,
    /** Longer the larger the table. */
    GROWS,
    /** As long as somebody else's transaction, or code that cannot be judged. */
    UNBOUNDED;

    /** Whether it may be more than a moment. */
    public boolean isLong() {
        return compareTo(BRIEF) > 0;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
