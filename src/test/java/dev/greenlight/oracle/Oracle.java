package dev.greenlight.oracle;

import dev.greenlight.postgres.PostgresVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that tests ask: started at the first question, one of a version for all tests of a JVM, gone with
 * it. Tag tests that need it with {@code postgres}. Most ask the newest; those that hold for all versions ask
 * {@link #each}, or are {@link EachPostgres}.
 */
public final class Oracle {
    private static final String PREFIX = "SELECT 1/0; ";
    private static final String DIVISION_BY_ZERO = "22012";

    private static final Map<Integer, Oracle> RUNNING = new ConcurrentHashMap<>();

    /** What {@link #each} gives: {@code newest}, {@code all} or numbers such as {@code 12,15}. */
    private static final String VERSIONS = System.getProperty("postgres.versions", "newest");

    private final int version;
    private final Databases databases;
    private final Connection syntax;

    private Oracle(int version, EmbeddedPostgres server) throws SQLException {
        this.version = version;
        this.databases =
                new Databases(version, database -> server.getJdbcUrl("postgres", database) + "&preferQueryMode=simple");
        this.syntax = databases.session("postgres");
    }

    /** The one server of the newest version. */
    public static Oracle postgres() {
        return postgres(PostgresVersion.NEWEST.major());
    }

    /** @param version a major version, 12 to 18 */
    public static Oracle postgres(int version) {
        return RUNNING.computeIfAbsent(version, Oracle::start);
    }

    /** Servers of the versions that this run asks, the oldest first: the newest alone unless it is told otherwise. */
    public static Stream<Oracle> each() {
        IntStream versions = switch (VERSIONS) {
            case "newest" -> IntStream.of(PostgresVersion.NEWEST.major());
            case "all" -> IntStream.rangeClosed(PostgresVersion.OLDEST.major(), PostgresVersion.NEWEST.major());
            default -> Arrays.stream(VERSIONS.split(",")).mapToInt(Integer::parseInt);
        };
        List<Integer> asked = versions.boxed().toList();
        // The first start of a server takes seconds.
        asked.parallelStream().forEach(Oracle::postgres);
        return asked.stream().map(Oracle::postgres);
    }

    public PostgresVersion version() {
        return new PostgresVersion(version);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version;
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
    public synchronized Optional<ServerError> syntax(String sql) {
        try (Statement statement = syntax.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(PREFIX + sql);
            throw new IllegalStateException("the division by zero did not fail before " + sql);
        } catch (SQLException e) {
            return DIVISION_BY_ZERO.equals(e.getSQLState())
                    ? Optional.empty()
                    : Optional.of(ServerError.of(e).behind(PREFIX.length()));
        }
    }

    /** A connection to a new and empty database, which is dropped some time after the connection is closed. */
    public Connection connect() {
        try {
            return databases.copy();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to a new copy of a template, which goes as an empty one does. */
    public Connection connect(Template template) {
        try {
            return databases.copy(template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The template of a name, which holds what the prelude makes. It is made once and stays as long as the server. */
    public Template template(String name, String prelude) {
        try {
            return databases.named(name, prelude);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes a connection and makes a template of its database, to be dropped by whoever wanted it. */
    public Template keep(Connection connection) throws SQLException {
        return databases.keep(connection);
    }

    public void drop(Template template) throws SQLException {
        databases.drop(template);
    }

    /** Another session in the database of a connection. */
    public Connection beside(Connection connection) throws SQLException {
        return databases.session(connection.getCatalog());
    }
}
