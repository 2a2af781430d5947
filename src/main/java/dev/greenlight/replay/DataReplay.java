package dev.greenlight.replay;

import dev.greenlight.sql.DataStatement;

/** Runs queries and statements that change rows. */
final class DataReplay {
    private DataReplay() {}

    static void apply(DataStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(DataStatement statement, Execution execution) {}
}
