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
                        .map(skipped -> skipped.explain(error))
                        .orElse(null);
        return hidden != null
                ? hidden
                : change.graph()
                        .makers()
                        .laterMakerOf(missing, change.step())
                        .map(made -> madeLater(error, made))
                        .orElseGet(() -> Observation.at(error.span(), stops(error)));
    }

    private static Observation madeLater(SqlError error, Made made) {
        return Observation.at(error.span(), stops(error) + ", " + made.origin().brief() + " makes it only later")
                .because(made.origin(), "it is made here, too late")
                .safely("Run " + made.origin().file().path() + " first, or move this statement behind it.", "");
    }

    private static String stops(SqlError error) {
        return "the deploy stops here: %s (%s)"
                .formatted(error.message(), error.state().code());
    }
}
