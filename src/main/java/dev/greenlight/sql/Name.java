package dev.greenlight.sql;

import dev.greenlight.source.Span;

/**
 * An identifier as it stands in a statement, with its place.
 *
 * @param value the name as PostgreSQL stores it: folded to lower case unless it was quoted, cut to 63 bytes
 *     (manual 4.1.1)
 * @param span where it stands, quotes included
 */
public record Name(String value, Span span) {}
