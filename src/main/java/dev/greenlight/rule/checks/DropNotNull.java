package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropNotNull implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.DropNotNull.class)
                .filter(drop -> change.isLive(drop.table(), drop.column()) && wasNotNull(drop.column()))
                .map(drop -> Observation.at(
                                drop.span(),
                                Words.column(drop.table(), drop.column().name())
                                        + ": code that reads it may meet a NULL from here on")
                        .safely("Let a release that can read NULL run first.", ""));
    }

    /** Nobody takes it from a column that the history does not show unless it is there. */
    private static boolean wasNotNull(Column column) {
        return column.notNull() || column.origin() == null;
    }
}
