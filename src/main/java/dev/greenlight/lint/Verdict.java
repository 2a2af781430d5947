package dev.greenlight.lint;

import java.util.Locale;

/** Whether the migrations may be deployed as they are. */
public enum Verdict {
    SAFE,
    /** A yellow finding stands. */
    NEEDS_CHANGES,
    /** A red finding stands. */
    BLOCKED;

    /** As reports print it, such as {@code NEEDS CHANGES}. */
    public String words() {
        return name().replace('_', ' ');
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
