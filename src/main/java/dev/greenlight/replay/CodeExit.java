package dev.greenlight.replay;

import org.jspecify.annotations.Nullable;

/** How code leaves a list of statements before its end. */
sealed interface CodeExit {
    CodeState state();

    /** By EXIT or CONTINUE of a loop, or EXIT of a block; without a label of the innermost loop. */
    record Left(boolean goesOn, @Nullable String label, CodeState state) implements CodeExit {
        /** Whether it is this loop that it leaves, or goes on with. */
        boolean isOf(@Nullable String loop) {
            return label == null || label.equals(loop);
        }
    }

    record Returned(CodeState state) implements CodeExit {}

    /**
     * With an error.
     *
     * @param code the five characters of its SQLSTATE; null where they are known only when it runs
     */
    record Raised(@Nullable String code, SqlError error, CodeState state) implements CodeExit {}
}
