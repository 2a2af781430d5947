package dev.greenlight.effect;

import java.util.Locale;

/**
 * What becomes of code that was written for what was there before a statement, and still runs when it is through, as it
 * does while a release is rolled out.
 */
public enum RunningCode {
    /** What went through goes through. What it reads may be another value. */
    WORKS,
    /** Some of the rows that it writes are refused. */
    WRITES_REFUSED,
    /** What names that which changed fails. */
    FAILS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
