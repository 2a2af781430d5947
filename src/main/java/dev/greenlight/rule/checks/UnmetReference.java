package dev.greenlight.rule.checks;

import dev.greenlight.replay.Missing;
import dev.greenlight.replay.SqlError;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

final class UnmetReference implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().stream()
                .filter(error -> error.missing() != null)
                .map(error -> observe(change, error, error.missing()));
    }

    private static Observation observe(Change change, SqlError error, Missing missing) {
        return skipped(change, error, missing)
                .orElseGet(() -> new AbsenceWords(change, error, missing)
                        .explain(change.graph().absences().of(missing, change.step())));
    }

    private static Optional<Observation> skipped(Change change, SqlError error, Missing missing) {
        return missing.part() == null
                ? Optional.empty()
                : SkippedCreation.of(change, missing).map(skipped -> skipped.explain(change, error));
    }
}
