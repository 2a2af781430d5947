package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropView implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropView.class)
                .filter(drop -> !drop.cascaded() && change.isLive(drop.view()) && !MadeAgain.is(change, drop))
                .map(drop -> Observation.at(
                                drop.span(), Words.name(drop.view()) + ": queries that name it fail at once")
                        .because(drop.view().origin(), "it was made here")
                        .safely("Let a release that no longer names it run first.", ""));
    }
}
