package dev.greenlight.replay;

import org.jspecify.annotations.Nullable;

/**
 * Whether it is known what a routine does when it runs.
 *
 * @param dynamic why it is not, such as {@code EXECUTE of the parameter name}; null where it is
 */
public record RoutineCode(@Nullable String dynamic) {
    static final RoutineCode KNOWN = new RoutineCode(null);
}
