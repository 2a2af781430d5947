package dev.greenlight.rule.checks;

import dev.greenlight.replay.DataOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DeleteWithoutWhere implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(DataOperation.Write.class)
                .filter(write -> write.kind() == DataOperation.Kind.DELETE && write.allRows())
                .filter(write -> change.isLive(write.relation()))
                .map(write -> Observation.at(
                                write.span(), Words.name(write.relation()) + ": all of its rows are gone for good")
                        .safely("Say which rows are meant, and delete them in batches.", ""));
    }
}
