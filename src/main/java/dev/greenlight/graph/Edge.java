package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.migration.Migration;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Span;

/**
 * One migration needs what another makes.
 *
 * @param what the object's name, or {@code table.column}
 * @param step the statement that needs it
 * @param at where it names it
 * @param met whether it is there by then; {@code false} where the other migration runs later
 */
public record Edge(Migration from, String what, Step step, Span at, Made made, boolean met) implements Need {
    @Override
    public Origin place() {
        return new Origin(step.file(), at);
    }

    @Override
    public Migration to() {
        return made.run().migration();
    }
}
