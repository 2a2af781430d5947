package dev.greenlight.oracle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A PostgreSQL server that tests ask: started at the first question, one of a version for all tests of a JVM, gone with
 * it. Tag tests that need it with {@code postgres}.
 */
public final class Oracle {
    private static final String PREFIX = "SELECT 1/0; ";
    private static final String DIVISION_BY_ZERO = "22012";

    private static final int NEWEST = 18;
    private static final Map<Integer, Oracle> RUNNING = new ConcurrentHashMap<>();

    private final int version;
    private final EmbeddedPostgres server;
    private final Connection syntax;
    private final Connection maintenance;
    private final List<Database> databases = new ArrayList<>();
    private int made;

    private record Database(String name, Connection connection) {}

    private Oracle(int version, EmbeddedPostgres server) throws SQLException {
        this.version = version;
        this.server = server;
        this.syntax = open("postgres");
        this.maintenance = open("postgres");
    }

    /** The one server of the newest version. */
    public static Oracle postgres() {
        return postgres(NEWEST);
    }

    /** @param version a major version, 12 to 18 */
    public static Oracle postgres(int version) {
        return RUNNING.computeIfAbsent(version, Oracle::start);
    }

    private static Oracle start(int version) {
        try {
            return new Oracle(
                    version,
                    EmbeddedPostgres.builder()
                            .setPgBinaryResolver((system, architecture) -> binaries(version))
                            .setDataDirectory(DataDirectory.create().toFile())
                            .setCleanDataDirectory(true)
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("encoding", "UTF8")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("fsync", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("autovacuum", "off")
                            .setServerConfig("shared_buffers", "32MB")
                            .setServerConfig("max_connections", "30")
                            .setServerConfig("max_prepared_transactions", "5")
                            .setServerConfig("timezone", "UTC")
                            .setServerConfig("unix_socket_directories", "''")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jars of all versions call what is in them by one name, so they cannot share a class path. */
    private static InputStream binaries(int version) throws IOException {
        Path jar = Path.of(System.getProperty("postgres.binaries"), version + ".jar");
        return URI.create("jar:" + jar.toUri() + "!/postgres-linux-x86_64.txz")
                .toURL()
                .openStream();
    }

    /**
     * Why the server's parser rejects this SQL, if it does; nothing of it is run. The server parses a whole
     * simple-query string before it runs the first statement, so that a division by zero there says all else parses.
     */
    public synchronized Optional<SyntaxError> syntax(String sql) {
        try (Statement statement = syntax.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(PREFIX + sql);
            throw new IllegalStateException("the division by zero did not fail before " + sql);
        } catch (PSQLException e) {
            return DIVISION_BY_ZERO.equals(e.getSQLState()) ? Optional.empty() : Optional.of(error(e));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SyntaxError error(PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        if (message == null) {
            throw new IllegalStateException(e);
        }
        int offset = Math.max(-1, message.getPosition() - 1 - PREFIX.length());
        return new SyntaxError(String.valueOf(e.getSQLState()), String.valueOf(message.getMessage()), offset);
    }

    /** A connection to a new and empty database, which is dropped some time after the connection is closed. */
    public synchronized Connection connect() {
        try {
            dropUnused();
            String name = "oracle_" + ++made;
            try (Statement statement = maintenance.createStatement()) {
                String strategy = version >= 15 ? " STRATEGY file_copy" : "";
                statement.execute("CREATE DATABASE " + name + " TEMPLATE template1" + strategy);
            }
            Connection connection = open(name);
            databases.add(new Database(name, connection));
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another session in the database of a connection. */
    public synchronized Connection beside(Connection connection) throws SQLException {
        return open(connection.getCatalog());
    }

    private void dropUnused() throws SQLException {
        for (Database database : List.copyOf(databases)) {
            if (database.connection().isClosed()) {
                try (Statement statement = maintenance.createStatement()) {
                    String force = version >= 13 ? " WITH (FORCE)" : "";
                    statement.execute("DROP DATABASE " + database.name() + force);
                }
                databases.remove(database);
            }
        }
    }

    /** In simple mode the driver sends a string as it is, with all of its statements at once. */
    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl("postgres", database) + "&preferQueryMode=simple");
    }
}
