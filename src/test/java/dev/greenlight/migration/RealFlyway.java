package dev.greenlight.migration;

import dev.greenlight.oracle.Oracle;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The real Flyway, on a database of its own. Scripts say that they run by {@link #says}; their schema is not one that
 * Flyway looks into, so that the database is empty to it.
 */
final class RealFlyway implements AutoCloseable {
    private static final String LOG = """
            CREATE SCHEMA log;
            CREATE TABLE log.said (number serial, script text, transaction text);
            CREATE TABLE log.value (number serial, value text);
            """;

    private final Connection connection;

    /** A script that ran, and whether both of its statements ran in one transaction. */
    record Run(String script, boolean inOneTransaction) {}

    RealFlyway() throws SQLException {
        connection = Oracle.postgres().connect();
        execute(LOG);
    }

    /** Two statements by which a script is known to have run, and in how many transactions. */
    static String says(String script) {
        return "INSERT INTO log.said (script, transaction) VALUES ('%s', pg_current_xact_id());\n"
                .formatted(script)
                .repeat(2);
    }

    /** Runs {@code migrate}; gives why Flyway refuses or the server does, if so. */
    Optional<String> migrate(Path folder, Map<String, String> settings) throws SQLException {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("flyway.locations", "filesystem:.");
        all.computeIfPresent(
                "flyway.locations", (key, value) -> value.replace("filesystem:", "filesystem:" + folder + "/"));
        try {
            Flyway.configure()
                    .dataSource(connection.getMetaData().getURL(), "postgres", "")
                    .configuration(all)
                    .load()
                    .migrate();
            return Optional.empty();
        } catch (FlywayException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    List<Run> runs() throws SQLException {
        List<Run> runs = new ArrayList<>();
        List<String> said = query("SELECT script || ' ' || transaction FROM log.said ORDER BY number");
        for (int i = 0; i < said.size(); i += 2) {
            runs.add(new Run(said.get(i).split(" ")[0], said.get(i).equals(said.get(i + 1))));
        }
        return runs;
    }

    List<String> values() throws SQLException {
        return query("SELECT value FROM log.value ORDER BY number");
    }

    /** The names of the scripts that are migrations, in the order of their running. */
    List<String> history(String schema) throws SQLException {
        return query("SELECT regexp_replace(script, '.*/', '') FROM " + schema
                + ".flyway_schema_history WHERE success AND type <> 'SCHEMA' ORDER BY installed_rank");
    }

    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
