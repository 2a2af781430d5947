package dev.greenlight.rule.checks;

import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.TooOld;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.feature.Feature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Each form once, where it first stands. */
final class NeedsNewerPostgres implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().map(SqlError::tooOld).stream().flatMap(NeedsNewerPostgres::observations);
    }

    private static Stream<Observation> observations(TooOld server) {
        Map<String, Feature> forms = new LinkedHashMap<>();
        server.features().forEach(feature -> forms.putIfAbsent(feature.words(), feature));
        return forms.values().stream()
                .map(feature -> Observation.at(
                        feature.span(),
                        "%s needs PostgreSQL %d, and this is linted for %s"
                                .formatted(feature.words(), feature.since(), server.version())));
    }
}
