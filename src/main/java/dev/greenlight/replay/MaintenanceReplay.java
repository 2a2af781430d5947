package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import org.jspecify.annotations.Nullable;

/** Runs VACUUM, ANALYZE and CLUSTER. */
final class MaintenanceReplay {
    private final Execution execution;

    private MaintenanceReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(MaintenanceStatement statement, Execution execution) {
        MaintenanceReplay replay = new MaintenanceReplay(execution);
        switch (statement) {
            case MaintenanceStatement.Vacuum vacuum -> replay.vacuum(vacuum);
            case MaintenanceStatement.Analyze analyze -> replay.analyze(analyze);
            case MaintenanceStatement.Cluster cluster -> replay.cluster(cluster);
        }
    }

    private void vacuum(MaintenanceStatement.Vacuum vacuum) {
        if (vacuum.tables().isEmpty()) {
            execution.add(new DataOperation.Vacuum(null, vacuum.full(), vacuum.analyze(), vacuum.span()));
        }
        for (ObjectName table : vacuum.tables()) {
            if (!execution.names().isSystem(table)) {
                execution.add(
                        new DataOperation.Vacuum(relation(table), vacuum.full(), vacuum.analyze(), vacuum.span()));
            }
        }
    }

    private Relation relation(ObjectName name) {
        return execution.names().relation(name, ObjectType.TABLE);
    }

    private void analyze(MaintenanceStatement.Analyze analyze) {
        if (analyze.tables().isEmpty()) {
            execution.add(new DataOperation.Analyze(null, analyze.span()));
        }
        for (ObjectName table : analyze.tables()) {
            if (!execution.names().isSystem(table)) {
                execution.add(new DataOperation.Analyze(relation(table), analyze.span()));
            }
        }
    }

    private void cluster(MaintenanceStatement.Cluster cluster) {
        Relation relation = cluster.table() == null ? null : relation(cluster.table());
        if (relation instanceof Table table) {
            requireAlone(table, cluster);
            requireIndex(table, cluster.index());
        }
        execution.add(new DataOperation.Cluster(relation, cluster.span()));
    }

    /** Each partition is a transaction of its own (manual CLUSTER); before 15 none is clustered. */
    private void requireAlone(Table table, MaintenanceStatement.Cluster cluster) {
        if (table.kind() != Table.Kind.PARTITIONED) {
            return;
        }
        if (!execution.version().isAtLeast(15)) {
            String message = "cannot cluster a partitioned table";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, cluster.span());
        }
        if (execution.inTransactionBlock()) {
            String message = "CLUSTER cannot run inside a transaction block";
            throw execution.reject(SqlState.ACTIVE_SQL_TRANSACTION, message, cluster.span());
        }
    }

    private void requireIndex(Table table, @Nullable Name name) {
        if (name == null || execution.names().mayHave(table, name.value())) {
            return;
        }
        boolean there = execution
                        .catalog()
                        .indexesOf(table.oid())
                        .map(Index::name)
                        .anyMatch(index -> index.name().equals(name.value()))
                || execution.mayExist(ObjectType.INDEX, name.value());
        if (!there) {
            String message =
                    "index \"" + name.value() + "\" for table \"" + table.name().name() + "\" does not exist";
            throw execution.reject(SqlState.UNDEFINED_OBJECT, message, name.span());
        }
    }
}
