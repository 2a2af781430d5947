package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL would answer instead of doing it.
 *
 * @param message in PostgreSQL's own words, such as {@code column "project_id" does not exist}; but where the server's
 *     version is too old, what it lacks
 * @param span the name or clause at fault
 * @param missing given where the error is that something is not there
 * @param tooOld given where the error is that the server's version does not have what is used
 */
public record SqlError(
        SqlState state,
        String message,
        Span span,
        @Nullable Missing missing,
        @Nullable TooOld tooOld) {}
