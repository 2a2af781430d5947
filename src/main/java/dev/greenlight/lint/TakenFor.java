package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in one line what a folder was taken for. A single file was taken for nothing but itself. */
final class TakenFor {
    private TakenFor() {}

    static Optional<String> note(MigrationHistory history) {
        return history.partial() ? Optional.empty() : Optional.of(line(history));
    }

    private static String line(MigrationHistory history) {
        List<String> counts = new ArrayList<>();
        counts.add(count(history, Direction.UP) + " up");
        add(counts, count(history, Direction.DOWN), " down");
        add(counts, count(history, Direction.REPEATABLE), " repeatable");
        return history.folder() + ": taken for " + history.layout() + ": " + String.join(", ", counts);
    }

    private static void add(List<String> counts, long count, String word) {
        if (count > 0) {
            counts.add(count + word);
        }
    }

    private static long count(MigrationHistory history, Direction direction) {
        return history.migrations().stream()
                .map(Migration::direction)
                .filter(direction::equals)
                .count();
    }
}
