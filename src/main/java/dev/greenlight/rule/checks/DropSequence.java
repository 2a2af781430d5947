package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropSequence implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropSequence.class)
                .filter(drop -> !drop.cascaded() && change.isLive(drop.sequence()) && !MadeAgain.is(change, drop))
                .map(drop -> Observation.at(
                                drop.span(),
                                Words.name(drop.sequence())
                                        + ": its counter is gone, and what takes numbers from it fails at once")
                        .because(drop.sequence().origin(), "the sequence was made here"));
    }
}
