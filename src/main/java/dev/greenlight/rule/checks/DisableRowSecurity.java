package dev.greenlight.rule.checks;

import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import java.util.stream.Stream;

final class DisableRowSecurity implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.ChangeTable.class)
                .filter(operation -> change.isLive(operation.relation()))
                .filter(operation ->
                        operation.action() instanceof AlterTableAction.SwitchRowSecurity action && is(action.state()))
                .map(operation -> Observation.at(
                        operation.span(),
                        Words.name(operation.relation()) + ": its policies no longer hold anybody back"));
    }

    private static boolean is(AlterTableAction.RowSecurity state) {
        return state == AlterTableAction.RowSecurity.DISABLE || state == AlterTableAction.RowSecurity.NO_FORCE;
    }
}
