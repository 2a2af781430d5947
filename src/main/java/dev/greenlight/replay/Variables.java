package dev.greenlight.replay;

import org.jspecify.annotations.Nullable;

/** The variables that an expression may name. */
interface Variables {
    /** The value of a variable; null where there is none of that name. */
    @Nullable
    Value value(String name);
}
