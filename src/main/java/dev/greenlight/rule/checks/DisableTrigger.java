package dev.greenlight.rule.checks;

import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import java.util.stream.Stream;

final class DisableTrigger implements Rule {
    @Override
    public Stream<Observation> check(Change change) {

        return change.operations(TableOperation.ChangeTable.class)
                .filter(operation -> change.isLive(operation.relation()))
                .filter(operation -> operation.action() instanceof AlterTableAction.SwitchTrigger action
                        && action.state() == AlterTableAction.Switch.DISABLE)
                .map(operation -> Observation.at(
                        operation.span(),
                        Words.name(operation.relation())
                                + ": everybody's writes go by without it until it is enabled again"));
    }
}
