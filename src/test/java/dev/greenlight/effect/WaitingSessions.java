package dev.greenlight.effect;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.Template;
import dev.greenlight.postgres.LockMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A session that migrates, one that may hold it up, one that reads and writes, and one in another database that sees who
 * waits for whom: whether somebody waits is told by the server, not by the time that passes.
 */
final class WaitingSessions implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final String HOLDS = """
            SELECT EXISTS (SELECT FROM pg_locks WHERE pid = ? AND granted AND locktype = 'relation'
                AND relation = ? AND mode = ?)""";
    private static final String WAITS = "SELECT ? = ANY (pg_blocking_pids(?))";

    private final Connection migrating;
    private final Connection gatekeeping;
    private final Connection using;
    private final Connection onlooking;
    private CompletableFuture<Optional<SQLException>> statement = CompletableFuture.completedFuture(Optional.empty());

    WaitingSessions(Oracle oracle, Template template) throws SQLException {
        this.migrating = oracle.connect(template);
        this.gatekeeping = oracle.beside(migrating);
        this.using = oracle.beside(migrating);
        this.onlooking = oracle.connect();
        using.setAutoCommit(false);
    }

    /** Begins a statement in a transaction, until it has its locks or is through. */
    void hold(String sql, List<RelationLock> locks) throws SQLException {
        Map<Long, String> names = new LinkedHashMap<>();
        for (RelationLock lock : locks) {
            names.put(oid(lock.relation().name().toString()), name(lock.mode()));
        }
        migrating.setAutoCommit(false);
        statement = start(migrating, sql);
        for (Map.Entry<Long, String> lock : names.entrySet()) {
            await(() -> statement.isDone() || ask(HOLDS, pid(migrating), lock.getKey(), lock.getValue()));
        }
    }

    private long oid(String relation) throws SQLException {
        try (PreparedStatement asking = using.prepareStatement("SELECT to_regclass(?)::oid::bigint")) {
            asking.setString(1, relation);
            try (ResultSet rows = asking.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } finally {
            using.rollback();
        }
    }

    /** As pg_locks has it, such as {@code AccessExclusiveLock}. */
    private static String name(LockMode mode) {
        return Arrays.stream(mode.words().split(" "))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "", "Lock"));
    }

    /** Begins a statement outside of a transaction, until it waits for the lock of the gate. */
    void holdUp(String sql, String gate) throws SQLException {
        gatekeeping.setAutoCommit(false);
        try (Statement closing = gatekeeping.createStatement()) {
            closing.execute(gate);
        }
        statement = start(migrating, sql);
        await(() -> statement.isDone() || ask(WAITS, pid(gatekeeping), pid(migrating)));
    }

    /** Until the statement is through. */
    void finish() throws SQLException {
        await(statement::isDone);
        Optional<SQLException> problem = statement.join();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** Takes back what was begun in a transaction. */
    void undo() throws SQLException {
        migrating.rollback();
    }

    Blocks blockedAt(String table, boolean written) throws SQLException {
        if (waits("SELECT count(*) FROM " + table)) {
            return Blocks.READS_AND_WRITES;
        }
        return written && waits("DELETE FROM " + table + " WHERE id = -1") ? Blocks.WRITES : Blocks.NOTHING;
    }

    private boolean waits(String sql) throws SQLException {
        CompletableFuture<Optional<SQLException>> use = start(using, sql);
        boolean[] waits = {false};
        await(() -> {
            waits[0] = !use.isDone() && ask(WAITS, pid(migrating), pid(using));
            return use.isDone() || waits[0];
        });
        if (waits[0]) {
            using.unwrap(PGConnection.class).cancelQuery();
        }
        Optional<SQLException> problem = use.join();
        using.rollback();
        if (!waits[0] && problem.isPresent()) {
            throw problem.get();
        }
        return waits[0];
    }

    private static CompletableFuture<Optional<SQLException>> start(Connection session, String sql) {
        CompletableFuture<Optional<SQLException>> end = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (Statement statement = session.createStatement()) {
                statement.execute(sql);
                end.complete(Optional.empty());
            } catch (SQLException e) {
                end.complete(Optional.of(e));
            }
        });
        return end;
    }

    private interface Question {
        boolean answer() throws SQLException;
    }

    private static void await(Question question) throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (!question.answer()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing comes of it");
            }
            Thread.onSpinWait();
        }
    }

    private boolean ask(String sql, Object... values) throws SQLException {
        try (PreparedStatement asking = onlooking.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                asking.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = asking.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public void close() throws SQLException {
        if (!gatekeeping.getAutoCommit()) {
            gatekeeping.rollback();
        }
        statement.join();
        if (!migrating.getAutoCommit()) {
            migrating.rollback();
        }
        for (Connection connection : new Connection[] {using, gatekeeping, migrating, onlooking}) {
            connection.close();
        }
    }
}
