package dev.greenlight.rule;

import java.util.stream.Stream;

/** One check of one comment that speaks to Greenlight. */
public non-sealed interface DirectiveRule extends Check {
    /** What there is to say about the comment; nothing most of the time. */
    Stream<Observation> check(DirectiveUse use);
}
