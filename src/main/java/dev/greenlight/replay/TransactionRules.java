package dev.greenlight.replay;

import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TransactionStatement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which statements PostgreSQL takes only outside of a transaction block, and which only inside of one; each is named
 * as its message names it.
 */
final class TransactionRules {
    private TransactionRules() {}

    /** The words of a statement that is refused inside a transaction block. */
    static Optional<String> onlyOutside(Statement statement) {
        return Optional.ofNullable(
                switch (statement) {
                    case IndexStatement.CreateIndex create ->
                        create.concurrently() ? "CREATE INDEX CONCURRENTLY" : null;
                    case IndexStatement.Reindex reindex -> reindex(reindex);
                    case TableStatement.AlterTable alter -> alter(alter);
                    case ObjectStatement.Drop drop -> drop(drop);
                    case ObjectStatement.DefineObject define -> define(define);
                    case MaintenanceStatement.Vacuum vacuum -> vacuum.kind();
                    case MaintenanceStatement.Cluster cluster -> cluster.table() == null ? cluster.kind() : null;
                    case TransactionStatement.TwoPhase end -> end.kind().startsWith("PREPARE") ? null : end.kind();
                    case SessionStatement.Session session ->
                        session.kind().equals("DISCARD ALL") ? session.kind() : null;
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

    private static @Nullable String define(ObjectStatement.DefineObject define) {
        if (!define.verb().equals("CREATE")) {
            return define.type() == ObjectType.SYSTEM ? define.kind() : null;
        }
        if (define.type() == ObjectType.SUBSCRIPTION) {
            return createsSlot(define.definition()) ? "CREATE SUBSCRIPTION ... WITH (create_slot = true)" : null;
        }
        return define.type() == ObjectType.DATABASE || define.type() == ObjectType.TABLESPACE ? define.kind() : null;
    }

    /** A subscription makes its slot unless it is told not to, or not to connect (manual CREATE SUBSCRIPTION). */
    private static boolean createsSlot(List<Token> definition) {
        return definition.stream().noneMatch(token -> token.isWord("create_slot") || token.isWord("connect"));
    }
}
