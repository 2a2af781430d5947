package dev.greenlight.replay;

import dev.greenlight.sql.TableStatement;

/** Runs statements about tables. */
final class TableReplay {
    private TableReplay() {}

    static void apply(TableStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TableStatement statement, Execution execution) {}
}
