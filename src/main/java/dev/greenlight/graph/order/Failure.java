package dev.greenlight.graph.order;

import dev.greenlight.migration.Migration;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import java.util.List;

/**
 * Why a migration does not go through.
 *
 * @param step its first statement that fails
 * @param makers the migrations that make what is missing there; none where nothing is missing, or no migration makes it
 */
public record Failure(Migration migration, Step step, SqlError error, List<Migration> makers) {
    public Failure {
        makers = List.copyOf(makers);
    }

    /** What is missing, as people say it; what the server says where it is not that. */
    public String what() {
        return error.missing() == null ? error.message() : error.missing().display();
    }
}
