package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import java.util.List;

/**
 * A routine whose code fails once a migration has run, though it did not before: PostgreSQL looks up what is named in a
 * body that is a string only when the code runs (manual 36.5 and 41.11.2), and lets it be taken away (5.15).
 *
 * @param step the statement that takes it away, which may be one that code has run
 * @param operation what it did
 * @param used what the code names, such as {@code orders.total}
 * @param errors what a call ends in; their places are in the file that has the routine
 */
public record BrokenRoutine(Step step, Operation operation, Routine routine, String used, List<SqlError> errors) {
    public BrokenRoutine {
        errors = List.copyOf(errors);
    }
}
