package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.PrivilegeStatement;
import java.util.stream.Stream;

final class DropOwned implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.Describe.class)
                .filter(describe -> describe.statement() instanceof PrivilegeStatement.Owned owned && owned.drop())
                .map(describe -> Observation.at(
                                describe.span(), "all that the role owns in this database is gone for good")
                        .safely("Give it to another role with REASSIGN OWNED first.", ""));
    }
}
