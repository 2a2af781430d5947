package dev.greenlight.replay.typing;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL certainly rejects because of types.
 *
 * @param absent the name of a function, with its schema if that is written, where there is none of that name; null where
 *     something else is wrong
 */
public record Mistake(
        SqlState state, String message, Span span, @Nullable List<String> absent) {}
