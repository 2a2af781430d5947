package dev.greenlight.replay;

import dev.greenlight.sql.RoutineStatement;

/** Runs statements about routines, and DO and CALL. */
final class RoutineReplay {
    private RoutineReplay() {}

    static void apply(RoutineStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(RoutineStatement statement, Execution execution) {}
}
