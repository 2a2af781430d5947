package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import java.util.List;

/** Which function or operator a call means. */
sealed interface Choice {
    /**
     * @param slots what its arguments become
     * @param returns what it gives; unknown where the arguments do not say it
     */
    record One(Candidate candidate, List<DataType> slots, DataType returns) implements Choice {}

    /** There certainly is none (SQLSTATE 42883). */
    record None() implements Choice {}

    /** Several fit equally well (42725). */
    record Several() implements Choice {}

    /** It depends on what is not known. */
    record Doubtful() implements Choice {}
}
