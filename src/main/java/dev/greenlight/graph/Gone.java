package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.replay.Step;
import org.jspecify.annotations.Nullable;

/** A name that a statement took away: what it stood for was dropped, or is called otherwise since. */
public record Gone(Event event, Step step) {
    /** The statement or clause that took it away. */
    public Origin origin() {
        return new Origin(step.file(), event.span());
    }

    /** What the same thing is called since; null where it was dropped. */
    public Event.@Nullable NewName newName() {
        return event.newName();
    }
}
