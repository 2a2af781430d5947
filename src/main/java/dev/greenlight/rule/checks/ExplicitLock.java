package dev.greenlight.rule.checks;

import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class ExplicitLock implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.LockRelation.class)
                .filter(lock -> lock.mode().blocksWrites() && change.isLive(lock.relation()))
                .map(lock -> Observation.at(
                                lock.span(),
                                "%s: %s wait until the transaction ends"
                                        .formatted(
                                                Words.name(lock.relation()),
                                                lock.mode().blocksReads() ? "reads and writes" : "writes"))
                        .safely("Leave it to the statements that follow: each takes the lock that it needs.", ""));
    }
}
