package dev.greenlight.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Real PostgreSQL servers, one for each major version and JVM, started when first asked for. They are for asking what
 * PostgreSQL is, not for changing: who changes something rolls it back.
 */
final class Servers {
    private static final Map<Integer, EmbeddedPostgres> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    static IntStream versions() {
        return IntStream.rangeClosed(PostgresVersion.OLDEST.major(), PostgresVersion.NEWEST.major());
    }

    /** A connection of the caller's own, in autocommit. */
    static Connection connect(int version) throws SQLException {
        return RUNNING.computeIfAbsent(version, Servers::start)
                .getPostgresDatabase()
                .getConnection();
    }

    private static EmbeddedPostgres start(int version) {
        try {
            return EmbeddedPostgres.builder()
                    .setPgBinaryResolver(binaries(version))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_connections", "10")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jars of all versions call what is in them by one name, so they cannot share a class path. */
    private static PgBinaryResolver binaries(int version) {
        return (system, architecture) -> {
            Path jar = Path.of(System.getProperty("postgres.binaries"), version + ".jar");
            if (!Files.exists(jar)) {
                throw new IOException("No binaries of PostgreSQL " + version + ": " + jar);
            }
            return open(jar, "postgres-linux-x86_64.txz");
        };
    }

    private static InputStream open(Path jar, String entry) throws IOException {
        return URI.create("jar:" + jar.toUri() + "!/" + entry).toURL().openStream();
    }
}
