package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddRequiredColumn implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.AddColumn.class)
                .filter(add ->
                        change.isLive(add.table()) && add.column().isRequired() && !isEmptied(change, add.table()))
                .map(add -> Observation.at(
                                add.span(),
                                "%s: fails as soon as the table has a row, which would have no value for %s"
                                        .formatted(
                                                Words.name(add.table()),
                                                add.column().name()))
                        .safely(SafeForms.addRequiredColumn(
                                add.table(),
                                add.column().name(),
                                add.column().type().display())));
    }

    private static boolean isEmptied(Change change, Table table) {
        return change.transaction().stream()
                .takeWhile(step -> step != change.step())
                .flatMap(step -> step.operations().stream())
                .anyMatch(operation -> switch (operation) {
                    case TableOperation.Truncate truncate -> truncate.table().oid() == table.oid();
                    case DataOperation.Write write ->
                        write.kind() == DataOperation.Kind.DELETE
                                && write.allRows()
                                && write.relation().oid() == table.oid();
                    default -> false;
                });
    }
}
