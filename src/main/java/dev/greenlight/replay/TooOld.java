package dev.greenlight.replay;

import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.feature.Feature;
import java.util.List;

/**
 * What a server's version does not have yet.
 *
 * @param features those that the statement uses, in the order in which they stand
 */
public record TooOld(PostgresVersion version, List<Feature> features) {
    public TooOld {
        features = List.copyOf(features);
    }
}
