package dev.greenlight.rule.checks;

import dev.greenlight.replay.DataOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class UpdateWithoutWhere implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(DataOperation.Write.class)
                .filter(write -> write.kind() == DataOperation.Kind.UPDATE && write.allRows())
                .filter(write ->
                        change.isLive(write.relation()) && change.held().isEmpty())
                .map(write -> Observation.at(
                                write.span(),
                                Words.name(write.relation())
                                        + ": every row is written anew, and stays locked until the last one is")
                        .lasting(change.effectOf(write))
                        .safely("Update it in batches, each in a transaction of its own.", ""));
    }
}
