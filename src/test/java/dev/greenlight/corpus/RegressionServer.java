package dev.greenlight.corpus;

import dev.greenlight.corpus.RegressionTally.LeftOut;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.Stepwise;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;

/** A session of psql on a server: what it says to each statement. Roles that a file leaves behind go with it. */
final class RegressionServer implements AutoCloseable {
    private static final Pattern ASSUMED = Pattern.compile(
            "(role|schema|extension|tablespace|database|publication|subscription|server|foreign-data wrapper|event trigger|language|access method) \".*\" (does not exist|is not available)");

    /** The name that the tests give to the database. */
    private static final Pattern DATABASE = Pattern.compile("(database\\s+)regression\\b", Pattern.CASE_INSENSITIVE);

    private final Oracle oracle;
    private final Connection owner;
    private final String tests;
    private Connection session;

    private RegressionServer(Oracle oracle, Connection owner, String tests) throws SQLException {
        this.oracle = oracle;
        this.owner = owner;
        this.tests = tests;
        this.session = open();
    }

    /** What a server says to a statement: a SQLSTATE and why. */
    record Reply(String state, String message) {
        static final Reply ACCEPTED = new Reply(Stepwise.ACCEPTED, "");

        boolean accepted() {
            return state.equals(Stepwise.ACCEPTED);
        }

        /** Why nothing could be known of it beforehand, if so. */
        Optional<LeftOut> unforeseeable(String here) {
            if (state.startsWith("58")) {
                return Optional.of(LeftOut.LIBRARY);
            } else if (state.equals("42501")) {
                return Optional.of(LeftOut.PRIVILEGE);
            } else if (isOfRows() || state.equals("57014")) {
                return Optional.of(LeftOut.DATA);
            } else if (here.equals(Stepwise.ACCEPTED) && ASSUMED.matcher(message).matches()) {
                return Optional.of(LeftOut.ASSUMED);
            } else if (message.startsWith("compression method lz4")) {
                return Optional.of(LeftOut.BUILD);
            }
            return Optional.empty();
        }

        /** Options that are out of range are not. */
        private boolean isOfRows() {
            return state.startsWith("23") || state.startsWith("22") && !state.equals("22023");
        }
    }

    /** @param tests all that is run in it, which tells whose a role is */
    static RegressionServer start(int version, String tests) throws SQLException {
        Oracle oracle = Oracle.postgres(version);
        return new RegressionServer(oracle, oracle.connect(), tests);
    }

    private Connection open() throws SQLException {
        Connection opened = oracle.beside(owner);
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("SET statement_timeout = '300ms'");
        }
        return opened;
    }

    Reply run(String sql) {
        try (Statement statement = session.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(DATABASE.matcher(sql).replaceAll("$1" + owner.getCatalog()));
            return Reply.ACCEPTED;
        } catch (PSQLException e) {
            var error = e.getServerErrorMessage();
            return new Reply(String.valueOf(e.getSQLState()), error == null ? String.valueOf(e.getMessage()) : String.valueOf(error.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    boolean isInTransaction() throws SQLException {
        return state() != TransactionState.IDLE;
    }

    boolean hasFailed() throws SQLException {
        return state() == TransactionState.FAILED;
    }

    private TransactionState state() throws SQLException {
        return session.unwrap(BaseConnection.class).getTransactionState();
    }

    void reconnect() throws SQLException {
        session.close();
        session = open();
    }

    @Override
    public void close() throws SQLException {
        session.close();
        forEach(owner, """
                SELECT 'ROLLBACK PREPARED ' || quote_literal(gid) FROM pg_prepared_xacts
                WHERE database = current_database()
                """);
        for (String change : List.of("ALTER %s DISABLE", "ALTER %s SET (slot_name = NONE)", "DROP %s")) {
            forEach(owner, """
                    SELECT format('%s', format('SUBSCRIPTION %%I', subname)) FROM pg_subscription
                    WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """.formatted(change));
        }
        owner.close();
        dropRoles();
    }

    /** Once the database is gone they own nothing. */
    private void dropRoles() throws SQLException {
        try (Connection fresh = oracle.connect();
                Statement statement = fresh.createStatement()) {
            for (String role : column(fresh, "SELECT rolname FROM pg_roles WHERE rolname !~ '^(pg_|postgres$)'")) {
                if (tests.contains(role)) {
                    statement.execute("DROP ROLE " + Identifiers.quote(role));
                }
            }
        }
    }

    /** Runs what a query puts together. */
    private static void forEach(Connection connection, String query) throws SQLException {
        for (String command : column(connection, query)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }
}
