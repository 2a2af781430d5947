package dev.greenlight.replay;

import org.jspecify.annotations.Nullable;

/**
 * Whether it is known what a routine does when it runs.
 *
 * @param dynamic why it is not known by itself, such as {@code EXECUTE of the parameter name}; null where it is
 * @param decidedByCall whether a call that gives constants makes it known
 */
public record RoutineCode(@Nullable String dynamic, boolean decidedByCall) {
    static final RoutineCode KNOWN = new RoutineCode(null, false);

    static RoutineCode unknown(String reason) {
        return new RoutineCode(reason, false);
    }
}
