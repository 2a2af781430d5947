package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropSchema implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropSchema.class)
                .filter(drop -> !drop.cascaded() && !change.isNew(drop.schema().origin()))
                .map(drop -> Observation.at(
                                drop.span(), drop.schema().name() + ": the schema and all in it is gone for good")
                        .because(drop.schema().origin(), "the schema was made here")
                        .safely("Back it up. Let a release that no longer uses it run first.", ""));
    }
}
