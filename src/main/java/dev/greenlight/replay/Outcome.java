package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import org.jspecify.annotations.Nullable;

/** What came of a statement. */
public sealed interface Outcome {
    /** It ran; {@link Step#operations} say what it did. */
    record Applied() implements Outcome {}

    /**
     * PostgreSQL leaves it with a notice: IF NOT EXISTS and the object is there, or IF EXISTS and it is not.
     *
     * @param existing the relation that stood in the way, as it was before the statement
     */
    record Skipped(@Nullable Relation existing) implements Outcome {}

    /** PostgreSQL would reject it. */
    record Failed(SqlError error) implements Outcome {}

    /** It was read, but what it does cannot be known, such as dynamic SQL; {@code reason} says why in a few words. */
    record Opaque(String reason) implements Outcome {}

    /** It was not understood as a statement at all. */
    record NotRead() implements Outcome {}
}
