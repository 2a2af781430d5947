package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropExtension implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropExtension.class)
                .map(drop -> Observation.at(
                                drop.span(), drop.name() + ": queries that use what the extension brought fail at once")
                        .safely("Let a release that no longer uses it run first.", ""));
    }
}
