package dev.greenlight.npm;

import dev.greenlight.oracle.Oracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A new database on the server, to which a migrator deploys, and which writes down what it is sent to define. */
final class Deployment implements AutoCloseable {
    private static final Path MODULES = Path.of(System.getProperty("npm.dir", "target/npm"));
    private static final long TIMEOUT_SECONDS = 60;

    /** The tools keep tables of their own. */
    private static final String LOG = """
            CREATE TABLE defined (number serial, transaction bigint, what text);
            CREATE FUNCTION define() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO defined (transaction, what)
                SELECT txid_current(), concat_ws(' ', tg_tag, min(object_identity)
                        FILTER (WHERE object_type = 'table' AND tg_tag = 'CREATE TABLE'))
                FROM pg_event_trigger_ddl_commands()
                HAVING coalesce(bool_and(object_identity !~ 'drizzle|pgmigrations'), tg_tag LIKE 'DROP%');
            END $$;
            CREATE EVENT TRIGGER defines ON ddl_command_end EXECUTE FUNCTION define();
            """;

    private final Connection connection;

    private Deployment(Connection connection) {
        this.connection = connection;
    }

    static Deployment create() throws SQLException {
        Connection connection = Oracle.postgres().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOG);
        }
        return new Deployment(connection);
    }

    /** Runs a script of this test, or a program of a package, and gives what it wrote if it failed. */
    String node(String program, String... arguments) throws SQLException {
        List<String> words = new ArrayList<>(
                List.of("node", MODULES.resolve(program).toAbsolutePath().toString()));
        words.addAll(Stream.of(arguments)
                .map(word -> word.equals("URL") ? url() : word)
                .toList());
        try {
            Path output = Files.createTempFile("node", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("DATABASE_URL", url());
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + words);
            }
            String written = Files.readString(output);
            Files.delete(output);
            return process.exitValue() == 0 ? "" : written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        try {
            URI server = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
            return "postgresql://postgres@127.0.0.1:" + server.getPort() + server.getPath();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has been defined, such as {@code CREATE TABLE orders}, transaction by transaction. */
    List<List<String>> transactions() throws SQLException {
        List<List<String>> transactions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT transaction, what FROM defined ORDER BY number")) {
            long last = -1;
            while (rows.next()) {
                if (rows.getLong(1) != last) {
                    transactions.add(new ArrayList<>());
                    last = rows.getLong(1);
                }
                transactions.getLast().add(rows.getString(2).replaceAll("public\\.|\"", ""));
            }
        }
        return transactions;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
