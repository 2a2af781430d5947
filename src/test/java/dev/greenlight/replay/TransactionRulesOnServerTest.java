package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements a server refuses inside of a transaction block, and in which words. */
@Tag("postgres")
class TransactionRulesOnServerTest {
    private static final String REFUSED = "25001";

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "vacuum"
            })
    void what_the_server_refuses_is_foretold(String sql) throws SQLException {
        Optional<String> foretold =
                Replaying.steps(Replaying.plain()
                                .mode(TransactionMode.MIGRATION)
                                .run(sql))
                        .getFirst()
                        .error()
                        .stream()
                        .filter(error -> error.state().code().equals(REFUSED))
                        .map(SqlError::message)
                        .findFirst();
        assertThat(foretold).isEqualTo(refusal(sql));
    }

    private static Optional<String> refusal(String sql) throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
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
