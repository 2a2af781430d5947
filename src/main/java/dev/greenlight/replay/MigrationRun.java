package dev.greenlight.replay;

import dev.greenlight.migration.Migration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration with its statements run; those that code has run are within the steps that ran it.
 *
 * @param broken the routines that it breaks; of downs it is not asked
 */
public record MigrationRun(Migration migration, List<Step> steps, List<BrokenRoutine> broken) {
    public MigrationRun {
        steps = List.copyOf(steps);
        broken = List.copyOf(broken);
    }

    /** Each step with what the code that it runs has run before it. */
    public Stream<Step> allSteps() {
        return steps.stream().flatMap(Step::all);
    }
}
