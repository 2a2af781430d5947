package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of code at one moment. */
interface Variables {
    /** What a name is worth, folded, with dots where it has several parts; null if there is no such variable. */
    @Nullable
    Value value(String name);

    /** The types of those of which it is known, by their names. */
    default Map<String, DataType> types() {
        return Map.of();
    }

    /** Whether that is so of all of them. */
    default boolean areTyped() {
        return false;
    }

    /** What may stand before the name of a variable. */
    default Set<String> labels() {
        return Set.of();
    }
}
