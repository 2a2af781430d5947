package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls routines on a server before and after a change: a call that succeeded before fails after it just where the
 * replay says so, with the same SQLSTATE.
 */
@Tag("postgres")
class BrokenRoutinesOnServerTest {
    @TestFactory
    Stream<DynamicTest> changes() {
        return ServerScript.tests(
                "broken-routines.sql", (oracle, script) -> compare(oracle, script.split("(?m)^-- (change|call):$")));
    }

    /** @param script what is there, what changes, and the call */
    private static void compare(Oracle oracle, String... script) throws SQLException {
        try (Connection connection = oracle.connect()) {
            run(connection, script[0]);
            run(connection, script[2]);
            run(connection, script[1]);
            assertThat(predicted(oracle, script)).isEqualTo(called(oracle, connection, script[2]));
        }
    }

    private static List<String> called(Oracle oracle, Connection connection, String call) throws SQLException {
        try (Connection session = oracle.beside(connection)) {
            run(session, call);
            return List.of();
        } catch (SQLException e) {
            return List.of(e.getSQLState());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static List<String> predicted(Oracle oracle, String... script) {
        HistoryRun run = Replaying.plain()
                .version(oracle.version().major())
                .openness(ReplayOptions.Openness.CLOSED)
                .run(script[0], script[1]);
        assertThat(Replaying.errors(run)).isEmpty();
        return run.runs().getLast().broken().stream()
                .map(broken -> broken.errors().getFirst().state().code())
                .distinct()
                .toList();
    }
}
