package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What operations on whole tables do (manual 13.3.1, ALTER TABLE, CREATE TABLE, DROP TABLE, TRUNCATE, LOCK). */
final class TableEffects {
    private final Neighbours near;
    private final Server server;
    private final PartitionEffects partitions;
    private final TableSettingEffects settings;

    TableEffects(Step step, Server server) {
        this.server = server;
        this.near = new Neighbours(step, server);
        this.partitions = new PartitionEffects(step, server);
        this.settings = new TableSettingEffects(step, server);
    }

    Facts of(TableOperation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> create(create);
            case TableOperation.DropTable drop -> drop(drop.table());
            case TableOperation.RenameRelation rename -> rename(rename);
            case TableOperation.Truncate truncate -> truncate(truncate);
            case TableOperation.LockRelation lock ->
                Facts.CATALOG.lock(lockedWith(lock), lock.mode()).waits();
            case TableOperation.ChangeTable change -> settings.of(change);
            case TableOperation.Inherit inherit ->
                Facts.locking(inherit.child(), ACCESS_EXCLUSIVE)
                        .lock(inherit.parent(), inherit.remove() ? ACCESS_SHARE : SHARE_UPDATE_EXCLUSIVE);
            case TableOperation.AttachPartition attach -> partitions.attach(attach);
            case TableOperation.DetachPartition detach -> partitions.detach(detach);
        };
    }

    private Facts create(TableOperation.CreateTable create) {
        Table table = create.table();
        Facts facts = table.partition()
                ? partitions.create(table)
                : Facts.CATALOG.lock(near.parents(table), SHARE_UPDATE_EXCLUSIVE);
        return facts.lock(table, ACCESS_EXCLUSIVE)
                .lock(create.templates().stream(), ACCESS_SHARE)
                .lock(
                        table.columns().stream()
                                .map(Column::defaultValue)
                                .filter(Objects::nonNull)
                                .flatMap(near::notedSequences),
                        ACCESS_SHARE);
    }

    private Facts drop(Table table) {
        List<Table> parents = table.partition() ? near.parents(table).toList() : List.of();
        return Facts.locking(table, ACCESS_EXCLUSIVE)
                .lock(ownKeys(table, parents).flatMap(near::triggeredBy), ACCESS_EXCLUSIVE)
                .lock(parents.stream(), ACCESS_EXCLUSIVE)
                .lock(parents.stream().flatMap(near::defaultPartitionOf), ACCESS_EXCLUSIVE)
                .lock(near.indexes(table), ACCESS_EXCLUSIVE)
                .lock(near.ownedSequences(table), ACCESS_EXCLUSIVE)
                .losesDataIf(!table.isForeign());
    }

    /** Those that it has not from the table that it is a partition of. */
    private Stream<TableConstraint.ForeignKey> ownKeys(Table table, List<Table> parents) {
        return near.foreignKeys(table)
                .filter(own -> parents.stream()
                        .noneMatch(parent -> near.foreignKeys(parent)
                                .anyMatch(key -> PartitionEffects.isLike(own, table, key, parent))));
    }

    /** Since PostgreSQL 12 an index is renamed under a lock that lets its table be used (manual ALTER INDEX). */
    private Facts rename(TableOperation.RenameRelation rename) {
        Relation relation = rename.relation();
        boolean moved = !relation.name().schema().equals(rename.newName().schema());
        return Facts.locking(relation, relation instanceof Index ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE)
                .lockIf(moved, near.ownedSequences(relation), ACCESS_EXCLUSIVE);
    }

    private Facts truncate(TableOperation.Truncate truncate) {
        List<Table> tables = near.family(truncate.table(), truncate.only()).toList();
        return Facts.CATALOG
                .lock(tables.stream(), ACCESS_EXCLUSIVE)
                .lockIf(
                        !server.version().isAtLeast(14),
                        tables.stream().filter(Table::partition).flatMap(near::ancestors),
                        ACCESS_SHARE)
                .lock(near.filledIndexes(tables.stream()), ACCESS_EXCLUSIVE)
                .lockIf(truncate.restartsSequences(), tables.stream().flatMap(near::ownedSequences), ACCESS_EXCLUSIVE)
                .losesData();
    }

    /** Of a view all that it stands on is locked too (manual LOCK). */
    private Stream<? extends Relation> lockedWith(TableOperation.LockRelation lock) {
        return lock.relation() instanceof Table table
                ? near.family(table, lock.only())
                : near.underlying(lock.relation());
    }
}
