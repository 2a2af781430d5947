package dev.greenlight.replay;

import dev.greenlight.sql.TypeStatement;

/** Runs statements about types and domains. */
final class TypeReplay {
    private TypeReplay() {}

    static void apply(TypeStatement statement, Execution execution) {}

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TypeStatement statement, Execution execution) {}
}
