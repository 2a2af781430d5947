package dev.greenlight.rule.checks;

import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

/** Every predicted error that no other rule explains better. */
final class RejectedByPostgres implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().stream()
                .filter(error -> error.missing() == null && error.tooOld() == null)
                .filter(error -> !ConcurrentlyInTransaction.isIt(change.statement(), error))
                .map(error -> Observation.at(
                        error.span(),
                        "%s%s (%s)"
                                .formatted(
                                        Words.stops(change),
                                        error.message(),
                                        error.state().code())));
    }
}
