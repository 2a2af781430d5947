package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.stream.Stream;

final class DropRole implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.Describe.class)
                .filter(describe ->
                        describe.statement() instanceof ObjectStatement.Drop drop && drop.type() == ObjectType.ROLE)
                .map(describe -> Observation.at(describe.span(), "whoever logs in with the role is shut out at once"));
    }
}
