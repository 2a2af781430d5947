package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Setting;
import java.util.List;
import java.util.stream.Stream;

/** What operations on whole tables do (manual 13.3.1, ALTER TABLE, CREATE TABLE, DROP TABLE, TRUNCATE, LOCK). */
final class TableEffects {
    private final Step step;
    private final Neighbours near;

    TableEffects(Step step) {
        this.step = step;
        this.near = new Neighbours(step);
    }

    Facts of(TableOperation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> create(create);
            case TableOperation.DropTable drop -> drop(drop.table());
            case TableOperation.RenameRelation rename -> rename(rename.relation());
            case TableOperation.Truncate truncate ->
                Facts.locking(truncate.table(), ACCESS_EXCLUSIVE)
                        .lock(near.descendants(truncate.table()), ACCESS_EXCLUSIVE)
                        .lock(near.indexes(truncate.table()), ACCESS_EXCLUSIVE)
                        .losesData();
            case TableOperation.LockRelation lock ->
                Facts.locking(lock.relation(), lock.mode()).waits();
            case TableOperation.ChangeTable change -> change(change.relation(), change.action());
            case TableOperation.Inherit inherit ->
                Facts.locking(inherit.child(), ACCESS_EXCLUSIVE)
                        .lock(inherit.parent(), inherit.remove() ? ACCESS_SHARE : SHARE_UPDATE_EXCLUSIVE);
            case TableOperation.AttachPartition attach -> attach(attach);
            case TableOperation.DetachPartition detach -> detach(detach);
        };
    }

    /** A partition is taken out of its parent's and of the default partition's hands, which is scanned for its rows. */
    private Facts create(TableOperation.CreateTable create) {
        Table table = create.table();
        Facts facts = Facts.locking(table, ACCESS_EXCLUSIVE).worksIf(create.filled(), Work.SCAN);
        if (!table.partition()) {
            return facts.lock(near.parents(table), SHARE_UPDATE_EXCLUSIVE);
        }
        List<Table> defaults =
                near.parents(table).flatMap(near::defaultPartitionOf).toList();
        return facts.lock(near.parents(table), ACCESS_EXCLUSIVE)
                .lock(defaults.stream(), ACCESS_EXCLUSIVE)
                .worksIf(defaults.stream().anyMatch(other -> !hasValidatedCheck(other)), Work.SCAN);
    }

    private Facts drop(Table table) {
        return Facts.locking(table, ACCESS_EXCLUSIVE)
                .lock(near.referenced(table), ACCESS_EXCLUSIVE)
                .lock(
                        table.partition()
                                ? near.parents(table)
                                : near.parents(table).limit(0),
                        ACCESS_EXCLUSIVE)
                .lock(near.indexes(table), ACCESS_EXCLUSIVE)
                .lock(near.ownedSequences(table), ACCESS_EXCLUSIVE)
                .losesData();
    }

    /** Since PostgreSQL 12 an index is renamed under a lock that lets its table be used (manual ALTER INDEX). */
    private static Facts rename(Relation relation) {
        return Facts.locking(relation, relation instanceof Index ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
    }

    /**
     * The rows of the partition and of the default partition are checked unless a constraint proves them; whether one
     * that is there does is not judged here.
     */
    private Facts attach(TableOperation.AttachPartition attach) {
        boolean scans = Stream.concat(Stream.of(attach.partition()), near.defaultPartitionOf(attach.parent()))
                .anyMatch(table -> !step.isPrivate(table) && !hasValidatedCheck(table));
        return Facts.locking(attach.partition(), ACCESS_EXCLUSIVE)
                .lock(attach.parent(), SHARE_UPDATE_EXCLUSIVE)
                .lock(near.defaultPartitionOf(attach.parent()), ACCESS_EXCLUSIVE)
                .worksIf(scans, Work.SCAN);
    }

    private static boolean hasValidatedCheck(Table partition) {
        return partition.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.Check && constraint.validated());
    }

    private Facts detach(TableOperation.DetachPartition detach) {
        if (detach.concurrently()) {
            return Facts.locking(detach.parent(), SHARE_UPDATE_EXCLUSIVE)
                    .lock(detach.partition(), ACCESS_EXCLUSIVE)
                    .waits();
        }
        return Facts.locking(detach.parent(), ACCESS_EXCLUSIVE)
                .lock(detach.partition(), ACCESS_EXCLUSIVE)
                .lock(near.defaultPartitionOf(detach.parent()), ACCESS_EXCLUSIVE);
    }

    private Facts change(Relation relation, AlterTableAction action) {
        Facts facts = Facts.locking(relation, lock(action));
        return facts.worksIf(rewrites(relation, action), Work.REWRITE);
    }

    /** {@code AlterTableGetLockLevel} in PostgreSQL's source; most of it is in the manual's ALTER TABLE. */
    private static LockMode lock(AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.SetStatistics ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.SetColumnOptions ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.ClusterOn ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.SetWithoutCluster ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.SetParameters parameters -> lock(parameters.parameters());
            case AlterTableAction.SwitchTrigger ignored -> SHARE_ROW_EXCLUSIVE;
            case AlterTableAction.AttachPartition ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.ValidateConstraint ignored -> SHARE_UPDATE_EXCLUSIVE;
            case AlterTableAction.AddColumn ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropColumn ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.AlterColumnType ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetDefault ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropDefault ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetNotNull ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropNotNull ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetExpression ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropExpression ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.AddIdentity ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetIdentity ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropIdentity ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetStorage ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetCompression ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.AddConstraint ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.AlterConstraint ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DropConstraint ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SwitchRule ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SwitchRowSecurity ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetWithoutOids ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetAccessMethod ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetTablespace ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetLogged ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.Inherit ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.OfType ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.OwnerTo ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.ReplicaIdentity ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.DetachPartition ignored -> ACCESS_EXCLUSIVE;
            case AlterTableAction.SetForeignOptions ignored -> ACCESS_EXCLUSIVE;
        };
    }

    /** Storage parameters need no more than this, but for the one that changes what the table is to decoding. */
    private static LockMode lock(List<Setting> parameters) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("user_catalog_table"))
                ? ACCESS_EXCLUSIVE
                : SHARE_UPDATE_EXCLUSIVE;
    }

    /** Whether the rows move to a new file (manual ALTER TABLE); a partitioned table has none. */
    private static boolean rewrites(Relation relation, AlterTableAction action) {
        if (relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            return false;
        }
        return action instanceof AlterTableAction.SetAccessMethod
                || action instanceof AlterTableAction.SetTablespace
                || action instanceof AlterTableAction.SetLogged set && changesPersistence(relation, set);
    }

    private static boolean changesPersistence(Relation relation, AlterTableAction.SetLogged set) {
        return !(relation instanceof Table table) || set.logged() != (table.persistence() == Persistence.PERMANENT);
    }
}
