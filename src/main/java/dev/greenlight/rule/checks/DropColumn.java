package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropColumn implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.DropColumn.class)
                .filter(drop ->
                        change.isLive(drop.table(), drop.column()) && !Leftovers.isOfLoss(change, drop.cascaded()))
                .map(drop -> Observation.at(
                                drop.span(),
                                Words.column(drop.table(), drop.column().name()) + ": " + consequence(drop.table()))
                        .because(drop.column().origin(), "the column was made here")
                        .safely(
                                (drop.table().isForeign() ? "" : "Back it up. ")
                                        + "Let a release that no longer names the column run first.",
                                ""));
    }

    private static String consequence(Table table) {
        return table.isForeign()
                ? "code that still reads it fails; its values stay where they are"
                : "its values are gone for good, and code that still reads it fails";
    }
}
