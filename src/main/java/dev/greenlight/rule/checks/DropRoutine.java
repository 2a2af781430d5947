package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropRoutine implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropRoutine.class)
                .filter(drop ->
                        !drop.cascaded() && !change.isNew(drop.routine().origin()) && !MadeAgain.is(change, drop))
                .map(drop -> Observation.at(
                                drop.span(), drop.routine().name().display() + "(): calls of it fail at once")
                        .because(drop.routine().origin(), "it was made here")
                        .safely("Let a release that no longer calls it run first.", ""));
    }
}
