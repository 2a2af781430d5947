package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class ReindexBlocks implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(IndexOperation.Reindex.class)
                .filter(reindex -> !reindex.concurrently() && isLive(change, reindex.relation()))
                .map(reindex -> Observation.at(
                                reindex.span(),
                                (reindex.relation() == null ? "every index" : Words.name(reindex.relation()))
                                        + ": writes, and reads that use the index, wait while it is built anew")
                        .lasting(change.effectOf(reindex))
                        .safely(SafeForms.reindexConcurrently(change.text())));
    }

    private static boolean isLive(Change change, @Nullable Relation relation) {
        return relation == null
                || change.isLive(relation)
                        && !(relation instanceof Index index
                                && change.step()
                                        .before()
                                        .relation(index.table())
                                        .filter(table -> !change.isLive(table))
                                        .isPresent());
    }
}
