package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The name of each error is the one that a handler in PL/pgSQL knows it by. */
@Tag("postgres")
class SqlStateOnServerTest {
    @ParameterizedTest
    @EnumSource(SqlState.class)
    void a_handler_knows_the_error_by_its_name(SqlState state) {
        String block = """
                DO $$
                BEGIN
                  RAISE EXCEPTION USING ERRCODE = '%s';
                EXCEPTION WHEN %s THEN
                  NULL;
                END $$
                """.formatted(state.code(), state.condition());

        assertThatCode(() -> run(block)).doesNotThrowAnyException();
    }

    private static void run(String block) throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(block);
        }
    }
}
