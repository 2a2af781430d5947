package dev.greenlight.replay;

import dev.greenlight.migration.Migration;
import java.util.List;

/** A migration with its statements run. */
public record MigrationRun(Migration migration, List<Step> steps) {
    public MigrationRun {
        steps = List.copyOf(steps);
    }
}
