package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class RenameTable implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(TableOperation.RenameRelation.class)
                .filter(rename -> !(rename.relation() instanceof Index) && isMissed(change, rename.relation()))
                .filter(rename -> !followsItsTable(change, rename.relation()))
                .map(rename -> Observation.at(
                                rename.span(),
                                Words.name(rename.relation()) + ": running code that uses the old name fails at once")
                        .safely(SafeForms.renameRelation(rename.relation(), rename.newName())));
    }

    /** Not so where the old name was given, or stands for something again, in the same transaction. */
    private static boolean isMissed(Change change, Relation relation) {
        return change.isLive(relation)
                && change.beforeTransaction().relation(relation.name()).isPresent()
                && change.afterTransaction().relation(relation.name()).isEmpty();
    }

    /** A serial column finds its sequence under any name. */
    private static boolean followsItsTable(Change change, Relation relation) {
        return relation instanceof Sequence sequence && sequence.ownerTable() != 0;
    }
}
