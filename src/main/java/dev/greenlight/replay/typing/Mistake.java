package dev.greenlight.replay.typing;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;

/** What PostgreSQL certainly rejects because of types. */
public record Mistake(SqlState state, String message, Span span) {}
