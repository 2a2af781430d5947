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
    private final Server server;

    IndexEffects(Step step, Server server) {
        this.server = server;
        this.near = new Neighbours(step, server);
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
        LockMode ofTable = concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        LockMode ofIndexes = concurrently ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        if (relation instanceof Index index) {
            return isOfPartitioned(index)
                    ? reindexPartitions(index, ofTable, ofIndexes)
                    : Facts.locking(index, ofIndexes)
                            .lock(tableOf(index), ofTable)
                            .works(Work.INDEX_BUILD, tableOf(index));
        }
        if (relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            return reindexPartitions(table, ofTable, ofIndexes);
        }
        return Facts.locking(relation, ofTable)
                .lock(near.indexes(relation), ofIndexes)
                .works(Work.INDEX_BUILD, Stream.of(relation).filter(this::hasIndex));
    }

    private boolean hasIndex(Relation relation) {
        return near.indexes(relation).findAny().isPresent();
    }

    private boolean isOfPartitioned(Index index) {
        return tableOf(index)
                .anyMatch(relation -> relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED);
    }

    /**
     * Which partitions there are is looked up under SHARE, with CONCURRENTLY too; then each has its turn in a
     * transaction of its own ({@code ReindexPartitions} in PostgreSQL's source). Before 14 none has.
     */
    private Facts reindexPartitions(Table table, LockMode ofTable, LockMode ofIndexes) {
        if (!server.version().isAtLeast(14)) {
            return Facts.locking(table, ofTable);
        }
        return Facts.locking(table, ofTable)
                .lock(near.descendants(table), SHARE)
                .lock(near.filledIndexes(near.descendants(table)), ofIndexes)
                .works(Work.INDEX_BUILD, near.descendants(table).filter(this::hasIndex));
    }

    private Facts reindexPartitions(Index index, LockMode ofTable, LockMode ofIndexes) {
        return Facts.locking(index, ofIndexes)
                .lock(near.partitionIndexes(index), SHARE.strongest(ofIndexes))
                .lock(tableOf(index).flatMap(near::family), ofTable)
                .works(Work.INDEX_BUILD, tableOf(index).flatMap(near::family));
    }

    private Stream<Relation> tableOf(Index index) {
        return near.relation(index.table());
    }
}
