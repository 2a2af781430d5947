package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.StatementText;
import java.util.Optional;
import java.util.stream.Stream;

final class NeedsSuperuser implements Rule {
    @Override
    public boolean looksAtIdle() {
        return true;
    }

    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().isPresent()
                ? Stream.empty()
                : need(change)
                        .map(need -> Observation.at(
                                change.statement().span(), "fails without a superuser's rights (42501): " + need))
                        .stream();
    }

    /** Its own, or that of what it runs. */
    private static Optional<String> need(Change change) {
        StatementText text = change.step().entry().text();
        return SuperuserNeed.of(change.statement(), text)
                .or(() -> change.operations(ObjectOperation.Describe.class)
                        .flatMap(describe -> SuperuserNeed.of(describe.statement(), text).stream())
                        .findFirst());
    }
}
