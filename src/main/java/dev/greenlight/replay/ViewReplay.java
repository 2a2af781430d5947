package dev.greenlight.replay;

import dev.greenlight.sql.ViewStatement;

/** Runs statements about views and materialized views. */
final class ViewReplay {
    private ViewReplay() {}

    static void apply(ViewStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ViewStatement statement, Execution execution) {}
}
