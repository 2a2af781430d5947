package dev.greenlight.rule;

import java.util.stream.Stream;

/** One check of one statement. */
public non-sealed interface Rule extends Check {
    /** What there is to say about the statement; nothing most of the time. */
    Stream<Observation> check(Change change);

    /**
     * Whether it looks at more than what statements do and how they fail. A script may have a million statements that
     * do nothing, and most rules need not be asked about them.
     */
    default boolean looksAtIdle() {
        return false;
    }
}
