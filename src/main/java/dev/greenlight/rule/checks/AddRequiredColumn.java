package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddRequiredColumn implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.AddColumn.class)
                .filter(add -> change.isLive(add.table()) && isRequired(add.column()))
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

    static boolean isRequired(Column column) {
        return column.notNull()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }
}
