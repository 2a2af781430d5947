package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropType implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropType.class)
                .filter(drop -> isMissed(change, drop) && !Leftovers.isOfLoss(change, drop.cascaded()))
                .map(drop -> Observation.at(
                                drop.span(),
                                drop.type().name().display() + ": running code that names the type fails at once")
                        .because(drop.type().origin(), "the type was made here")
                        .safely("Let a release that no longer names it run first.", ""));
    }

    /** One that was made, or got this name, in the same transaction is known to nobody. */
    private static boolean isMissed(Change change, ObjectOperation.DropType drop) {
        return change.beforeTransaction().type(drop.type().name()).isPresent() && !MadeAgain.is(change, drop);
    }
}
