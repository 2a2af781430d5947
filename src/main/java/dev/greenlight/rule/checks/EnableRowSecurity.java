package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import java.util.stream.Stream;

final class EnableRowSecurity implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.ChangeTable.class)
                .filter(operation -> change.isLive(operation.relation()))
                .filter(operation ->
                        operation.action() instanceof AlterTableAction.SwitchRowSecurity action && is(action.state()))
                .filter(operation -> !(operation.relation() instanceof Table table && table.rowSecurity()))
                .map(operation -> Observation.at(
                        operation.span(),
                        Words.name(operation.relation()) + ": roles that no policy lets in see no row from here on"));
    }

    private static boolean is(AlterTableAction.RowSecurity state) {
        return state == AlterTableAction.RowSecurity.ENABLE || state == AlterTableAction.RowSecurity.FORCE;
    }
}
