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
                        && action.state() == AlterTableAction.Switch.DISABLE
                        && !isEnabledAgain(change, operation, action))
                .map(operation -> Observation.at(
                        operation.span(),
                        Words.name(operation.relation())
                                + ": everybody's writes go by without it until it is enabled again"));
    }

    /** The lock is held until then, so that nobody else writes meanwhile. */
    private static boolean isEnabledAgain(
            Change change, TableOperation.ChangeTable disable, AlterTableAction.SwitchTrigger action) {
        return change.transaction().stream()
                .dropWhile(step -> step != change.step())
                .flatMap(step -> step.operations().stream())
                .anyMatch(operation -> operation instanceof TableOperation.ChangeTable other
                        && other.relation().oid() == disable.relation().oid()
                        && other.action() instanceof AlterTableAction.SwitchTrigger enable
                        && enable.state() != AlterTableAction.Switch.DISABLE
                        && sameTrigger(action, enable));
    }

    private static boolean sameTrigger(AlterTableAction.SwitchTrigger one, AlterTableAction.SwitchTrigger other) {
        return one.trigger() == null
                ? other.trigger() == null && one.all() == other.all()
                : other.trigger() != null
                        && one.trigger().value().equals(other.trigger().value());
    }
}
