package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.feature.Feature;
import dev.greenlight.sql.feature.Features;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Options that came with some version: a server of each runs them, or refuses them with the SQLSTATE foretold. */
@Tag("postgres")
class RefusedFeaturesOnServerTest {
    private static final String BEFORE = """
            CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT 1; CREATE SEQUENCE s;
            CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
            """;

    @EachPostgres
    void a_server_runs_what_needs_no_newer_one(Oracle oracle) throws SQLException {
        List<String> disagreements = new ArrayList<>();
        try (Connection connection = oracle.connect()) {
            run(connection, BEFORE);
            for (String sql : StatementLines.of("versions-refused.txt").toList()) {
                disagreement(oracle.version(), sql, connection).ifPresent(disagreements::add);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static Optional<String> disagreement(PostgresVersion version, String sql, Connection connection) {
        StatementText text = Parsing.text(sql);
        List<Feature> newer = Features.missingFrom(version, Parser.parse(text), text.tokens());
        String foretold = newer.isEmpty() ? "" : newer.getFirst().state().code();
        String answer = answer(sql, connection);
        return answer.startsWith(foretold) && foretold.isEmpty() == answer.isEmpty()
                ? Optional.empty()
                : Optional.of(sql + ": \"" + answer + "\" but " + newer);
    }

    /** Empty if it runs. A subscription would outlive its database. */
    private static String answer(String sql, Connection connection) {
        try {
            connection.setAutoCommit(!sql.contains("SUBSCRIPTION"));
            run(connection, sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
        } finally {
            rollBack(connection);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
