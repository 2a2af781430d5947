package dev.greenlight.rule.checks;

import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class TruncateTable implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.Truncate.class)
                .filter(truncate -> !truncate.cascaded() && change.isLive(truncate.table()))
                .map(truncate -> Observation.at(
                                truncate.span(), Words.name(truncate.table()) + ": all of its rows are gone for good")
                        .because(truncate.table().origin(), "the table was made here")
                        .safely("Back it up, or delete what is meant in batches.", ""));
    }
}
