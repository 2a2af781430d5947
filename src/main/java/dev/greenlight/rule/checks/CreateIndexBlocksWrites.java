package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class CreateIndexBlocksWrites implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(IndexOperation.CreateIndex.class)
                .filter(create -> !create.concurrently() && !create.only() && change.isLive(create.table()))
                .map(create -> observation(change, create));
    }

    private static Observation observation(Change change, IndexOperation.CreateIndex create) {
        Table table = create.table();
        Observation observation =
                Observation.at(create.span(), Words.name(table) + ": writes wait for the whole index build");
        return table.kind() == Table.Kind.PARTITIONED
                ? observation.safely(
                        "Make the index ON ONLY the parent, build one CONCURRENTLY on each partition and attach it.",
                        "")
                : observation.safely(
                        "Build it CONCURRENTLY, in a migration that runs outside a transaction.",
                        SafeSql.concurrently(change.text()));
    }
}
