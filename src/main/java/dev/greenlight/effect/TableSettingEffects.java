package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the actions of ALTER TABLE do that change how a relation is kept or behaves (manual ALTER TABLE). */
final class TableSettingEffects {
    private final Neighbours near;
    private final Server server;

    TableSettingEffects(Step step, Server server) {
        this.server = server;
        this.near = new Neighbours(step, server);
    }

    Facts of(TableOperation.ChangeTable change) {
        Relation relation = change.relation();
        AlterTableAction action = change.action();
        Facts facts = Facts.CATALOG.lock(reached(change), lock(relation, action));
        return switch (action) {
            case AlterTableAction.OwnerTo ignored -> withSequences(relation, withIndexes(relation, facts));
            case AlterTableAction.SetLogged set -> setLogged(relation, set, facts);
            case AlterTableAction.SetAccessMethod ignored
            when hasFile(relation) ->
                facts.lock(near.indexes(relation), ACCESS_EXCLUSIVE).works(Work.REWRITE, Stream.of(relation));
            case AlterTableAction.SetTablespace ignored when hasFile(relation) -> move(relation, facts);
            case AlterTableAction.ValidateConstraint ignored -> facts.works(Work.SCAN, reached(change));
            case AlterTableAction.ClusterOn cluster ->
                facts.lock(index(relation, cluster.index()), SHARE_UPDATE_EXCLUSIVE);
            case AlterTableAction.ReplicaIdentity identity -> facts.lock(index(relation, identity.index()), SHARE);
            default -> facts;
        };
    }

    /** Only these actions go on to the tables that inherit from the one that is named. */
    private Stream<? extends Relation> reached(TableOperation.ChangeTable change) {
        if (change.relation() instanceof Index index && change.action() instanceof AlterTableAction.SetStatistics) {
            return Stream.concat(Stream.of(index), near.partitionIndexes(index));
        }
        if (!(change.relation() instanceof Table table)) {
            return Stream.of(change.relation());
        }
        return switch (change.action()) {
            case AlterTableAction.SetStatistics ignored -> near.family(table, change.only());
            case AlterTableAction.SetStorage ignored -> near.family(table, change.only());
            case AlterTableAction.ValidateConstraint ignored -> near.family(table, change.only());
            case AlterTableAction.SwitchTrigger set -> near.family(table, change.only() || !isPassedOn(table, set));
            default -> Stream.of(table);
        };
    }

    /** Partitions have their parent's triggers for each row. */
    private static boolean isPassedOn(Table table, AlterTableAction.SwitchTrigger set) {
        @Nullable Name name = set.trigger();
        return table.kind() == Table.Kind.PARTITIONED
                && table.attachments().stream()
                        .anyMatch(attachment -> attachment.forEachRow()
                                && (name == null || attachment.name().equals(name.value())));
    }

    private Facts withIndexes(Relation relation, Facts facts) {
        return facts.lock(near.indexes(relation), ACCESS_EXCLUSIVE);
    }

    private Facts withSequences(Relation relation, Facts facts) {
        return facts.lock(near.ownedSequences(relation), ACCESS_EXCLUSIVE);
    }

    /** Since 15 sequences are as logged as their table. */
    private Facts setLogged(Relation relation, AlterTableAction.SetLogged set, Facts facts) {
        boolean changes = relation instanceof Table table
                && hasFile(table)
                && set.logged() != (table.persistence() == Persistence.PERMANENT);
        if (!changes) {
            return facts;
        }
        Facts rewritten = withIndexes(relation, facts).works(Work.REWRITE, Stream.of(relation));
        return server.version().isAtLeast(15) ? withSequences(relation, rewritten) : rewritten;
    }

    /** The file is copied as it is, and the indexes stay where they are. */
    private static Facts move(Relation relation, Facts facts) {
        return Facts.holdsRows(relation) ? facts.works(Work.REWRITE, Stream.of(relation)) : facts.works(Work.REWRITE);
    }

    /** A partitioned table has none; its partitions have. */
    private static boolean hasFile(Relation relation) {
        return !(relation instanceof Table table) || table.kind() != Table.Kind.PARTITIONED;
    }

    private Stream<? extends Relation> index(Relation relation, @Nullable Name name) {
        return name == null ? Stream.empty() : near.index(relation, name.value());
    }

    /** A view's settings change what queries on it do. */
    private static LockMode lock(Relation relation, AlterTableAction action) {
        boolean view = relation instanceof View found && !found.materialized();
        return view ? ACCESS_EXCLUSIVE : lock(action);
    }

    /** {@code AlterTableGetLockLevel} in PostgreSQL's source; most of it is in the manual's ALTER TABLE. */
    static LockMode lock(AlterTableAction action) {
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
}
