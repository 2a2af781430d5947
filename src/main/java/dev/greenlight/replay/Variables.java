package dev.greenlight.replay;

import org.jspecify.annotations.Nullable;

/** The variables of code at one moment. */
interface Variables {
    /** What a name is worth, folded, with dots where it has several parts; null if there is no such variable. */
    @Nullable
    Value value(String name);
}
