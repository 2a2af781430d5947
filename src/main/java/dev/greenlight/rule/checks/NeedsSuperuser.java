package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class NeedsSuperuser implements Rule {
    @Override
    public boolean looksAtIdle() {
        return true;
    }

    @Override
    public Stream<Observation> check(Change change) {
        return Stream.concat(
                        Stream.of(change.statement()),
                        change.operations(ObjectOperation.Describe.class).map(ObjectOperation.Describe::statement))
                .distinct()
                .filter(statement -> change.step().error().isEmpty())
                .flatMap(statement ->
                        SuperuserNeed.of(statement, change.step().entry().text()).stream())
                .map(need -> Observation.at(
                        change.statement().span(), "fails without a superuser's rights (42501): " + need))
                .limit(1);
    }
}
