package dev.greenlight.rule;

import java.util.stream.Stream;

/** One check of one statement. */
public non-sealed interface Rule extends Check {
    /** What there is to say about the statement; nothing most of the time. */
    Stream<Observation> check(Change change);
}
