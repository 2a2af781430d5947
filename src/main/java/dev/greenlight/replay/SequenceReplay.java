package dev.greenlight.replay;

import dev.greenlight.sql.SequenceStatement;

/** Runs statements about sequences. */
final class SequenceReplay {
    private SequenceReplay() {}

    static void apply(SequenceStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(SequenceStatement statement, Execution execution) {}
}
