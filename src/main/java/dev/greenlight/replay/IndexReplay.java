package dev.greenlight.replay;

import dev.greenlight.sql.IndexStatement;

/** Runs statements about indexes. */
final class IndexReplay {
    private IndexReplay() {}

    static void apply(IndexStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(IndexStatement statement, Execution execution) {}
}
