package dev.greenlight.replay;

import dev.greenlight.sql.TriggerStatement;

/** Runs statements about triggers, rules and policies. */
final class AttachmentReplay {
    private AttachmentReplay() {}

    static void apply(TriggerStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TriggerStatement statement, Execution execution) {}
}
