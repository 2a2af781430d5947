package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class RenameColumn implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.RenameColumn.class)
                .filter(rename -> change.isLive(rename.relation()) && !isInherited(change, rename))
                .map(rename -> Observation.at(
                                rename.span(),
                                Words.column(rename.relation(), rename.column())
                                        + ": running code that uses the old name fails at once")
                        .safely(SafeForms.renameColumn(rename.relation(), rename.column(), rename.newName())));
    }

    /** A child's column is renamed along with its parent's, which says it all. */
    private static boolean isInherited(Change change, ColumnOperation.RenameColumn rename) {
        return rename.relation() instanceof Table table
                && change.operations(ColumnOperation.RenameColumn.class)
                        .anyMatch(other ->
                                table.parents().contains(other.relation().oid()));
    }
}
