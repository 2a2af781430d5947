package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Which statements a server refuses inside of a transaction block, and in which words. */
@Tag("postgres")
class TransactionRulesOnServerTest {
    private static final String REFUSED = "25001";

    private static final List<String> STATEMENTS = List.of(
            "create database d",
            "create tablespace fast location '/nowhere'",
            "drop tablespace fast",
            "drop database d",
            "alter database postgres set tablespace pg_default",
            "alter database postgres with allow_connections true",
            "alter database postgres set work_mem = '8MB'",
            "alter tablespace pg_default reset (seq_page_cost)",
            "alter system set work_mem = '8MB'",
            "alter system reset all",
            "create subscription s connection 'dbname=x' publication p",
            "create subscription s connection 'dbname=x' publication p with (create_slot)",
            "create subscription s connection 'dbname=x' publication p with (create_slot = true)",
            "create subscription s connection 'dbname=x' publication p with (enabled, connect = on)",
            "create subscription s connection 'dbname=x' publication p with (connect = false)",
            "create subscription s connection 'dbname=x' publication p with (create_slot = 'off', connect = false)",
            "create subscription s connection 'dbname=x' publication create_slot with (connect = false)",
            "discard all",
            "discard plans",
            "checkpoint",
            "vacuum");

    @EachPostgres
    void what_the_server_refuses_is_foretold(Oracle oracle) throws SQLException {
        for (String sql : STATEMENTS) {
            assertThat(foretold(oracle, sql)).as(sql).isEqualTo(refusal(oracle, sql));
        }
    }

    private static Optional<String> foretold(Oracle oracle, String sql) {
        return Replaying.steps(Replaying.plain()
                        .version(oracle.version().major())
                        .mode(TransactionMode.MIGRATION)
                        .run(sql))
                .getFirst()
                .error()
                .stream()
                .filter(error -> error.state().code().equals(REFUSED))
                .map(SqlError::message)
                .findFirst();
    }

    private static Optional<String> refusal(Oracle oracle, String sql) throws SQLException {
        try (Connection connection = oracle.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return Optional.empty();
            } catch (SQLException e) {
                return REFUSED.equals(e.getSQLState())
                        ? Optional.of(
                                e.getMessage().lines().findFirst().orElseThrow().replaceFirst("^ERROR: ", ""))
                        : Optional.empty();
            } finally {
                connection.rollback();
            }
        }
    }
}
