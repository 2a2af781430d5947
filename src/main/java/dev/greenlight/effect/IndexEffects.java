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
        if (isPartitioned(relation)) {
            return reindexPartitions(relation, concurrently);
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

    private boolean isPartitioned(Relation relation) {
        Stream<Relation> tables = relation instanceof Index index ? tableOf(index) : Stream.of(relation);
        return tables.anyMatch(other -> other instanceof Table table && table.kind() == Table.Kind.PARTITIONED);
    }

    /**
     * Which partitions there are is looked up under SHARE, with CONCURRENTLY too; then each has its turn in a
     * transaction of its own ({@code ReindexPartitions} in PostgreSQL's source). Before 14 none has.
     */
    private Facts reindexPartitions(Relation relation, boolean concurrently) {
        LockMode ofTables = concurrently ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        if (!server.version().isAtLeast(14)) {
            return Facts.locking(relation, ofTables);
        }
        LockMode ofIndexes = concurrently ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        List<Table> tables = (relation instanceof Index index ? tableOf(index) : Stream.of(relation))
                .flatMap(near::family)
                .map(Table.class::cast)
                .toList();
        List<Index> indexes = relation instanceof Index index
                ? near.partitionIndexes(index).toList()
                : near.filledIndexes(tables.stream()).toList();
        return Facts.CATALOG
                .lock(relation instanceof Index index ? Stream.of(index) : Stream.empty(), ofIndexes)
                .lock(tables.stream(), ofTables)
                .lock(indexes.stream(), ofIndexes)
                .lock(relation instanceof Index ? indexes.stream() : near.descendants(tables.getFirst()), SHARE)
                .works(Work.INDEX_BUILD, tables.stream());
    }

    private Stream<Relation> tableOf(Index index) {
        return near.relation(index.table());
    }
}
