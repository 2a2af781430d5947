package dev.greenlight.oracle;

import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.TransactionStatement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A session of a server, in which scripts run as the replay runs them: statement by statement, in the transactions in
 * which their tool would run them, so that it is known which one fails. Commands of psql are left out.
 *
 * <p>What a tool sends as one string runs in a block that is begun here: {@code ServerSessionTest} shows that the server
 * makes the same of both.
 */
public final class ServerSession implements AutoCloseable {
    private final Connection connection;
    private String initialPath;
    /** Whether the transaction that holds a whole run has begun. */
    private boolean run;

    /** Whether the open block stands for the implicit one of a string of several statements. */
    private boolean implicit;

    /** @param connection closed with this */
    public ServerSession(Connection connection) {
        this.connection = connection;
        this.initialPath = searchPath();
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a string as it is, in whatever transaction there is. */
    public Optional<ServerError> send(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(ServerError.of(e));
        }
    }

    /** Sends what has to succeed. */
    public void require(String sql) {
        send(sql).ifPresent(error -> {
            throw new IllegalStateException(error + " in " + sql);
        });
    }

    /** The search path that every migration begins with. */
    public void beginWith(String path) {
        initialPath = path;
        require("SET search_path = " + (path.isEmpty() ? "''" : path));
    }

    public String searchPath() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW search_path")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is there now, also in a transaction. Types are shown with their schema, whatever search path there is. */
    public SortedSet<String> catalog() {
        boolean open = inTransaction();
        require(open ? "SAVEPOINT before_catalog" : "BEGIN");
        require("SET LOCAL search_path = public");
        try {
            return ServerCatalog.lines(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            require(open ? "ROLLBACK TO before_catalog; RELEASE before_catalog" : "ROLLBACK");
        }
    }

    public Optional<ServerFailure> run(Script script) {
        return run(script, Witness.OF_NOTHING);
    }

    /** Runs a script to its end or to the first statement that fails, which leaves its transaction behind. */
    public Optional<ServerFailure> run(Script script, Witness witness) {
        for (List<Script.Entry> section : sections(script)) {
            Optional<ServerFailure> failure = section(script, section, witness);
            if (failure.isPresent()) {
                return failure;
            }
        }
        if (!run) {
            endOfMigration();
        }
        return Optional.empty();
    }

    /** Another migration finds the session as the first one found it. */
    private void endOfMigration() {
        require("DISCARD ALL");
        beginWith(initialPath);
    }

    /** Takes back what the open transaction has done, as a tool does after a failure. */
    public void rollback() {
        require("ROLLBACK");
        run = false;
        endOfMigration();
    }

    private static List<List<Script.Entry>> sections(Script script) {
        List<List<Script.Entry>> sections = new ArrayList<>();
        @Nullable Section last = null;
        for (Script.Entry entry : script.entries()) {
            if (entry.text().kind() == StatementText.Kind.SQL) {
                if (!entry.section().equals(last)) {
                    sections.add(new ArrayList<>());
                    last = entry.section();
                }
                sections.getLast().add(entry);
            }
        }
        return sections;
    }

    private Optional<ServerFailure> section(Script script, List<Script.Entry> entries, Witness witness) {
        TransactionMode mode = entries.getFirst().section().transaction();
        enter(mode);
        for (Script.Entry entry : entries) {
            if (mode == TransactionMode.IMPLICIT && entries.size() > 1 && state() == TransactionState.IDLE) {
                require("BEGIN");
                implicit = true;
            }
            Optional<ServerError> error = watched(script, entry, witness);
            if (error.isPresent()) {
                return Optional.of(new ServerFailure(script, entry, error.get()));
            }
            implicit &= state() != TransactionState.IDLE && !(entry.statement() instanceof TransactionStatement.Begin);
        }
        implicit = false;
        return mode == TransactionMode.RUN
                ? Optional.empty()
                : commit().map(error -> new ServerFailure(script, entries.getLast(), error));
    }

    private void enter(TransactionMode mode) {
        if (mode != TransactionMode.RUN) {
            commit().ifPresent(error -> {
                throw new IllegalStateException(error.toString());
            });
            run = false;
        }
        if (mode == TransactionMode.MIGRATION || mode == TransactionMode.RUN && !run) {
            require("BEGIN");
        }
        run = mode == TransactionMode.RUN;
    }

    private Optional<ServerError> commit() {
        return state() == TransactionState.IDLE ? Optional.empty() : send("COMMIT");
    }

    /** Whether a transaction is open. */
    public boolean inTransaction() {
        return state() == TransactionState.OPEN;
    }

    private TransactionState state() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ServerError> watched(Script script, Script.Entry entry, Witness witness) {
        if (!witness.wants(entry)) {
            return execute(script, entry);
        }
        witness.before(entry, this);
        Optional<ServerError> error = execute(script, entry);
        witness.after(entry, this, error);
        return error;
    }

    private Optional<ServerError> execute(Script script, Script.Entry entry) {
        // A tool on JDBC has to write an operator's question mark twice.
        String sql = script.migration().file().text(entry.text().span()).replace("??", "?");
        if (implicit && needsExplicitBlock(entry.statement())) {
            return refused(sql);
        }
        return entry.text().copyData() == null
                ? send(sql)
                : copy(sql, script.migration().file().text(entry.text().copyData()));
    }

    private static boolean needsExplicitBlock(dev.greenlight.sql.Statement statement) {
        return statement instanceof TransactionStatement.Savepoint
                || statement instanceof TransactionStatement.ReleaseSavepoint
                || statement instanceof TransactionStatement.RollbackTo
                || statement instanceof TransactionStatement.Commit commit && commit.chain()
                || statement instanceof TransactionStatement.Rollback rollback && rollback.chain();
    }

    /** The server says itself what it has against such a statement among others; it undoes them all. */
    private Optional<ServerError> refused(String sql) {
        require("ROLLBACK");
        String before = "SELECT; ";
        return send(before + sql).map(error -> error.behind(before.length()));
    }

    /** @param data with the line that ends it */
    private Optional<ServerError> copy(String sql, String data) {
        String rows = data.replaceFirst("\\\\\\.\\s*$", "");
        try {
            connection.unwrap(BaseConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(ServerError.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
