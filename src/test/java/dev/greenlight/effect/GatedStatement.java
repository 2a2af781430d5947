package dev.greenlight.effect;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.LockMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A statement that no transaction block takes, as another session sees it: one that holds a lock which it has to wait
 * for. Who looks on is connected to another database, or else some forms would wait for that session too.
 */
final class GatedStatement {
    private static final String LOCKS = """
            SELECT relation, mode FROM pg_locks
            WHERE pid = ? AND locktype = 'relation' AND relation >= 16384""";
    private static final String IS_BLOCKED = "SELECT ? = ANY (pg_blocking_pids(?))";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Oracle oracle;
    private final Connection gatekeeper;
    private final Connection onlooker;

    /** @param gatekeeper a session in the database, in no transaction, whose commits are its own */
    GatedStatement(Oracle oracle, Connection gatekeeper, Connection onlooker) {
        this.oracle = oracle;
        this.gatekeeper = gatekeeper;
        this.onlooker = onlooker;
    }

    /**
     * The locks that it holds or waits for while the gate is closed, and then what it has built and written anew, or
     * what it fails with.
     */
    SortedSet<String> observe(String sql, String gate) throws SQLException {
        ServerEffects effects = new ServerEffects(gatekeeper);
        Map<Long, String> names = effects.names();
        gatekeeper.setAutoCommit(false);
        try (Connection session = oracle.beside(gatekeeper)) {
            execute(gatekeeper, gate);
            CompletableFuture<SortedSet<String>> end = CompletableFuture.supplyAsync(
                            () -> run(session, sql, effects), GatedStatement::start)
                    .orTimeout(PATIENCE, TimeUnit.NANOSECONDS);
            Map<Long, LockMode> locks = locks(pid(session), pid(gatekeeper), end);
            gatekeeper.rollback();
            SortedSet<String> lines = end.join();
            locks.keySet().retainAll(names.keySet());
            locks.forEach((oid, mode) -> lines.add(ServerEffects.lock(mode, names.get(oid))));
            return lines;
        }
    }

    /** Not in a pool, whose threads may all be waiting for such statements. */
    private static void start(Runnable statement) {
        Thread.ofPlatform().daemon().start(statement);
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static SortedSet<String> run(Connection session, String sql, ServerEffects effects) {
        try {
            return effects.changes(session, sql);
        } catch (SQLException e) {
            return new TreeSet<>(List.of("fails with " + e.getSQLState()));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Those of a session that is blocked, which then do not change; none if it never is. */
    private Map<Long, LockMode> locks(int pid, int blocker, CompletableFuture<?> end) throws SQLException {
        long patience = System.nanoTime() + PATIENCE;
        while (!isBlocked(pid, blocker)) {
            if (end.isDone() || System.nanoTime() > patience) {
                return new TreeMap<>();
            }
        }
        Map<Long, LockMode> locks = new TreeMap<>();
        try (PreparedStatement statement = onlooker.prepareStatement(LOCKS)) {
            statement.setInt(1, pid);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    locks.merge(rows.getLong(1), ServerEffects.mode(rows.getString(2)), LockMode::strongest);
                }
            }
        }
        return locks;
    }

    private boolean isBlocked(int pid, int blocker) throws SQLException {
        try (PreparedStatement statement = onlooker.prepareStatement(IS_BLOCKED)) {
            statement.setInt(1, blocker);
            statement.setInt(2, pid);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
