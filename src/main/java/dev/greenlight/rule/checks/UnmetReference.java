package dev.greenlight.rule.checks;

import dev.greenlight.graph.Made;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.SqlError;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class UnmetReference implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().stream()
                .filter(error -> error.missing() != null)
                .map(error -> observe(change, error, error.missing()));
    }

    private static Observation observe(Change change, SqlError error, Missing missing) {
        Observation hidden = missing.part() == null
                ? null
                : SkippedCreation.of(change, missing)
                        .map(skipped -> skipped.explain(change, error))
                        .orElse(null);
        return hidden != null
                ? hidden
                : change.graph()
                        .makers()
                        .laterMakerOf(missing, change.step())
                        .map(made -> madeLater(change, error, made))
                        .orElseGet(() -> Observation.at(error.span(), stops(change, error)));
    }

    private static Observation madeLater(Change change, SqlError error, Made made) {
        return Observation.at(
                        error.span(),
                        stops(change, error) + ", " + made.origin().brief() + " makes it only later")
                .because(made.origin(), "it is made here, too late")
                .safely("Run " + made.origin().file().path() + " first, or move this statement behind it.", "");
    }

    private static String stops(Change change, SqlError error) {
        return "%s%s (%s)"
                .formatted(Words.stops(change), error.message(), error.state().code());
    }
}
