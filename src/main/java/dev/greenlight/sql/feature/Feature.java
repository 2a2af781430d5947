package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import java.util.Comparator;

/**
 * A form that a statement uses and that came after PostgreSQL 12.
 *
 * @param words what it is called, such as {@code NULLS NOT DISTINCT}
 * @param since the major version that brought it
 * @param span where it stands
 * @param state what an older server answers
 * @param parsed whether the parser of an older server takes it, so that the statement fails only when it runs
 */
public record Feature(String words, int since, Span span, SqlState state, boolean parsed) {
    static final Comparator<Feature> BY_PLACE = Comparator.<Feature>comparingInt(
                    feature -> feature.span().start())
            .thenComparingInt(feature -> feature.span().end())
            .thenComparing(Feature::words);
}
