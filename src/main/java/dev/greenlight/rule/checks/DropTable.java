package dev.greenlight.rule.checks;

import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropTable implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.DropTable.class)
                .filter(drop -> change.isLive(drop.table()) && !drop.table().isForeign())
                .filter(drop -> !Leftovers.isOfLoss(change, drop.cascaded()))
                .map(drop -> Observation.at(
                                drop.span(), Words.name(drop.table()) + ": all of its rows are gone for good")
                        .because(drop.table().origin(), "the table was made here")
                        .safely(
                                "Back it up. Let a release that no longer uses it run first; rename it for a while"
                                        + " before you drop it.",
                                ""));
    }
}
