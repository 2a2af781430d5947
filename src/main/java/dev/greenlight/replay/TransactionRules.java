package dev.greenlight.replay;

import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.DatabaseStatement;
import dev.greenlight.sql.DatabaseStatement.DatabaseAction;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TransactionStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which statements PostgreSQL takes only outside of a transaction block, and which only inside of one; each is named
 * as its message names it.
 */
public final class TransactionRules {
    private static final Set<String> SLOT_OPTIONS = Set.of("create_slot", "connect");
    private static final Set<String> ON = Set.of("true", "on", "1");

    private TransactionRules() {}

    /** The words of a statement that is refused inside a transaction block. */
    public static Optional<String> onlyOutside(Statement statement) {
        return Optional.ofNullable(
                switch (statement) {
                    case IndexStatement.CreateIndex create ->
                        create.concurrently() ? "CREATE INDEX CONCURRENTLY" : null;
                    case IndexStatement.Reindex reindex -> reindex(reindex);
                    case TableStatement.AlterTable alter -> alter(alter);
                    case ObjectStatement.Drop drop -> drop(drop);
                    case DatabaseStatement database -> database(database);
                    case ReplicationStatement.CreateSubscription create ->
                        createsSlot(create) ? "CREATE SUBSCRIPTION ... WITH (create_slot = true)" : null;
                    case MaintenanceStatement.Vacuum vacuum -> vacuum.kind();
                    case MaintenanceStatement.Cluster cluster -> cluster.table() == null ? cluster.kind() : null;
                    case TransactionStatement.TwoPhase end -> end.kind().startsWith("PREPARE") ? null : end.kind();
                    case SessionStatement.Discard discard -> discard.what().equals("ALL") ? discard.kind() : null;
                    default -> null;
                });
    }

    /** The words of a statement that is refused outside of a transaction block. */
    static Optional<String> onlyInside(Statement statement) {
        return statement instanceof TableStatement.LockTable ? Optional.of("LOCK TABLE") : Optional.empty();
    }

    private static @Nullable String reindex(IndexStatement.Reindex reindex) {
        if (reindex.concurrently()) {
            return "REINDEX CONCURRENTLY";
        }
        return List.of("SCHEMA", "DATABASE", "SYSTEM").contains(reindex.target())
                ? "REINDEX " + reindex.target()
                : null;
    }

    private static @Nullable String alter(TableStatement.AlterTable alter) {
        boolean detaches = alter.actions().stream()
                .anyMatch(action -> action instanceof AlterTableAction.DetachPartition detach && detach.concurrently());
        return detaches ? "ALTER TABLE ... DETACH CONCURRENTLY" : null;
    }

    private static @Nullable String drop(ObjectStatement.Drop drop) {
        if (drop.type() == ObjectType.INDEX) {
            return drop.concurrently() ? "DROP INDEX CONCURRENTLY" : null;
        }
        return drop.type() == ObjectType.DATABASE || drop.type() == ObjectType.TABLESPACE ? drop.kind() : null;
    }

    private static @Nullable String database(DatabaseStatement statement) {
        return switch (statement) {
            case DatabaseStatement.CreateDatabase create -> create.kind();
            case DatabaseStatement.AlterDatabase alter ->
                alter.action() instanceof DatabaseAction.SetTablespace ? "ALTER DATABASE SET TABLESPACE" : null;
            case DatabaseStatement.CreateTablespace create -> create.kind();
            case DatabaseStatement.AlterTablespace ignored -> null;
            case DatabaseStatement.AlterSystem alter -> alter.kind();
        };
    }

    /** A subscription makes its slot unless it is told not to, or not to connect (manual CREATE SUBSCRIPTION). */
    private static boolean createsSlot(ReplicationStatement.CreateSubscription create) {
        return create.options().stream()
                .filter(option -> SLOT_OPTIONS.contains(option.name()))
                .allMatch(option -> option.value().isEmpty() || ON.contains(option.text()));
    }
}
