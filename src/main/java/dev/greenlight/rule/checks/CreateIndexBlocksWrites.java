package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class CreateIndexBlocksWrites implements Rule {
    /** PostgreSQL has no CONCURRENTLY for a partitioned table (manual CREATE INDEX). */
    private static final SafeForm PARTITION_BY_PARTITION = new SafeForm(
            "Make the index ON ONLY the parent, build one CONCURRENTLY on each partition, then attach each.", "");

    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(IndexOperation.CreateIndex.class)
                .filter(create -> !create.concurrently() && !create.only() && change.isLive(create.table()))
                .map(create -> Observation.at(
                                create.span(), Words.name(create.table()) + ": writes wait for the whole index build")
                        .lasting(change.effectOf(create))
                        .safely(safeForm(change, create)));
    }

    private static SafeForm safeForm(Change change, IndexOperation.CreateIndex create) {
        return create.table().kind() == Table.Kind.PARTITIONED
                ? PARTITION_BY_PARTITION
                : SafeForms.concurrently(change.text());
    }
}
