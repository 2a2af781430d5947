package dev.greenlight.replay;

import dev.greenlight.sql.SchemaStatement;

/** Runs statements about schemas and extensions. */
final class SchemaReplay {
    private SchemaReplay() {}

    static void apply(SchemaStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(SchemaStatement statement, Execution execution) {}
}
