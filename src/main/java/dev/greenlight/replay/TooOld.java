package dev.greenlight.replay;

import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.Span;
import dev.greenlight.sql.feature.Feature;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a server's version does not have yet.
 *
 * @param features those that the statement uses, in the order in which they stand
 */
public record TooOld(PostgresVersion version, List<Feature> features) {
    public TooOld {
        features = List.copyOf(features);
    }

    /** With places in another text. */
    TooOld movedBy(UnaryOperator<Span> move) {
        List<Feature> moved = features.stream()
                .map(feature -> new Feature(
                        feature.words(),
                        feature.since(),
                        move.apply(feature.span()),
                        feature.state(),
                        feature.parsed()))
                .toList();
        return new TooOld(version, moved);
    }
}
