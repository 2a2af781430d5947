package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operations on indexes do (manual CREATE INDEX, DROP INDEX, REINDEX, ALTER INDEX). */
final class IndexEffects {
    private final Neighbours near;

    IndexEffects(Step step) {
        this.near = new Neighbours(step);
    }

    Facts of(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create -> create(create);
            case IndexOperation.DropIndex drop -> drop(drop);
            case IndexOperation.Reindex reindex -> reindex(reindex.relation(), reindex.concurrently());
            case IndexOperation.AttachIndex attach ->
                Facts.locking(attach.parent(), SHARE_UPDATE_EXCLUSIVE)
                        .lock(attach.partition(), ACCESS_EXCLUSIVE)
                        .lock(tableOf(attach.parent()), ACCESS_SHARE)
                        .lock(tableOf(attach.partition()), ACCESS_SHARE);
        };
    }

    private Facts create(IndexOperation.CreateIndex create) {
        LockMode mode = create.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        Facts facts = Facts.locking(create.table(), mode);
        if (create.table().kind() != Table.Kind.PARTITIONED) {
            return facts.works(Work.INDEX_BUILD, Stream.of(create.table()));
        }
        List<Table> built =
                create.only() ? List.of() : near.descendants(create.table()).toList();
        return facts.lock(built.stream(), mode)
                .lock(near.adoptedIndexes(built.stream()), SHARE)
                .works(Work.INDEX_BUILD, built.stream().filter(near::getsIndex));
    }

    /** CONCURRENTLY waits for every transaction that may still use the index. */
    private Facts drop(IndexOperation.DropIndex drop) {
        LockMode mode = drop.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        List<Table> partitions =
                Stream.ofNullable(drop.table()).flatMap(near::partitions).toList();
        Facts facts = Facts.locking(drop.index(), mode)
                .lock(tableOf(drop.index()), mode)
                .lock(partitions.stream(), mode)
                .lock(near.droppedIndexes(partitions.stream()), mode);
        return drop.concurrently() ? facts.waits() : facts;
    }

    private Facts reindex(@Nullable Relation relation, boolean concurrently) {
        if (relation == null) {
            return Facts.CATALOG.works(Work.INDEX_BUILD);
        }
        List<Relation> tables = relation instanceof Index index
                ? tableOf(index).toList()
                : near.family(relation).toList();
        List<Index> indexes = relation instanceof Index index
                ? List.of(index)
                : near.indexes(tables.stream()).toList();
        return Facts.CATALOG
                .lock(tables.stream(), concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE)
                .lock(indexes.stream(), concurrently ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE)
                .works(Work.INDEX_BUILD, tables.stream());
    }

    private Stream<Relation> tableOf(Index index) {
        return near.relation(index.table());
    }
}
