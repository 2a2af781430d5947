package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.stream.Stream;

final class DropDatabase implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.Describe.class)
                .filter(describe ->
                        describe.statement() instanceof ObjectStatement.Drop drop && drop.type() == ObjectType.DATABASE)
                .map(describe -> Observation.at(describe.span(), "the whole database is gone for good"));
    }
}
