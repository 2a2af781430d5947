package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import java.util.List;
import java.util.stream.Stream;

/** What it does to make, take in and give away partitions (manual 5.12.2, ALTER TABLE … ATTACH PARTITION). */
final class PartitionEffects {
    private final Step step;
    private final Neighbours near;
    private final Server server;

    PartitionEffects(Step step, Server server) {
        this.step = step;
        this.server = server;
        this.near = new Neighbours(step, server);
    }

    /** A new partition has its parent's indexes, and takes rows over that the default partition may hold. */
    Facts create(Table partition) {
        List<Table> parents = near.parents(partition).toList();
        Facts facts = Facts.CATALOG
                .lock(parents.stream(), ACCESS_EXCLUSIVE)
                .lock(near.indexes(parents.stream()), SHARE_UPDATE_EXCLUSIVE);
        for (Table parent : parents) {
            facts = defaultPartition(parent, facts);
            for (TableConstraint.ForeignKey key : near.foreignKeys(parent).toList()) {
                facts = newKey(key, facts);
            }
        }
        return facts;
    }

    private Facts newKey(TableConstraint.ForeignKey key, Facts facts) {
        return facts.lock(near.referenced(key), SHARE_ROW_EXCLUSIVE).lock(near.referencedIndexes(key), ACCESS_SHARE);
    }

    /** It is looked for rows that belong elsewhere from now on, unless a constraint says that there are none. */
    private Facts defaultPartition(Table parent, Facts facts) {
        List<Table> defaults = near.defaultPartitionOf(parent).toList();
        return facts.lock(defaults.stream().flatMap(near::partitions), ACCESS_EXCLUSIVE)
                .works(
                        Work.SCAN,
                        defaults.stream()
                                .filter(other -> !isProven(other, parent))
                                .flatMap(near::partitions));
    }

    /** A partition has its parent's foreign keys: one of its own like that becomes it, else its rows are looked up. */
    private Facts keys(TableOperation.AttachPartition attach, Facts facts) {
        Facts all = facts;
        for (TableConstraint.ForeignKey key : near.foreignKeys(attach.parent()).toList()) {
            if (near.foreignKeys(attach.partition())
                    .anyMatch(own -> isLike(own, attach.partition(), key, attach.parent()))) {
                all = all.lock(near.referenced(key), ACCESS_EXCLUSIVE);
            } else if (key.validated() && !step.isNearlyEmpty(attach.partition())) {
                all = newKey(key, all)
                        .lock(near.filledIndexes(near.partitions(attach.partition())), ACCESS_SHARE)
                        .lock(near.plannedIndexes(near.referenced(key)), ACCESS_SHARE)
                        .works(Work.VALIDATION, near.bothSides(attach.partition(), key));
            } else {
                all = newKey(key, all);
            }
        }
        return all;
    }

    /** Whether a partition's foreign key is one that its parent has too. */
    static boolean isLike(
            TableConstraint.ForeignKey own, Table partition, TableConstraint.ForeignKey key, Table parent) {
        return own.referencedTable() == key.referencedTable()
                && own.referencedColumns().equals(key.referencedColumns())
                && names(own, partition).equals(names(key, parent));
    }

    private static List<String> names(TableConstraint.ForeignKey key, Table table) {
        return key.columns().stream()
                .flatMap(number -> table.column(number).map(Column::name).stream())
                .toList();
    }

    /**
     * The rows of the partition are checked unless a constraint proves them. Whether one on the partition key does is
     * not judged here.
     */
    private boolean isProven(Table partition, Table parent) {
        List<Integer> key = parent.partitionKey().keys().stream()
                .flatMap(number -> parent.column(number).map(Column::name).stream())
                .flatMap(name -> partition.column(name).map(Column::number).stream())
                .toList();
        return partition.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.Check
                        && constraint.validated()
                        && constraint.columns().containsAll(key));
    }

    Facts attach(TableOperation.AttachPartition attach) {
        Table parent = attach.parent();
        Table partition = attach.partition();
        Facts facts = Facts.CATALOG
                .lock(near.family(partition), ACCESS_EXCLUSIVE)
                .lock(parent, SHARE_UPDATE_EXCLUSIVE)
                .lock(near.indexes(parent), SHARE_UPDATE_EXCLUSIVE);
        Facts all = keys(attach, defaultPartition(parent, facts));
        if (step.isPrivate(partition)) {
            return all;
        }
        return all.worksIf(!isProven(partition, parent), Work.SCAN, near.family(partition))
                .works(Work.INDEX_BUILD, near.family(partition).filter(near::getsIndex));
    }

    Facts detach(TableOperation.DetachPartition detach) {
        Table partition = detach.partition();
        if (detach.concurrently()) {
            return Facts.locking(detach.parent(), SHARE_UPDATE_EXCLUSIVE)
                    .lock(partition, ACCESS_EXCLUSIVE)
                    .waits();
        }
        return Facts.locking(detach.parent(), ACCESS_EXCLUSIVE)
                .lock(partition, ofDetached(partition))
                .lock(near.descendants(partition), ACCESS_EXCLUSIVE)
                .lock(near.defaultPartitionOf(detach.parent()), ACCESS_EXCLUSIVE)
                .lock(attachedIndexes(detach), ACCESS_EXCLUSIVE)
                .lock(near.foreignKeys(detach.parent()).flatMap(near::referenced), SHARE_ROW_EXCLUSIVE);
    }

    /** Before 14 a partition can be written to meanwhile, unless it has triggers of its table to get rid of. */
    private LockMode ofDetached(Table partition) {
        boolean triggers = partition.attachments().stream().anyMatch(Table.Attachment::inherited);
        return server.version().isAtLeast(14) || triggers ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
    }

    private Stream<? extends Relation> attachedIndexes(TableOperation.DetachPartition detach) {
        return near.indexes(detach.partition()).filter(index -> index.parent() != 0);
    }
}
