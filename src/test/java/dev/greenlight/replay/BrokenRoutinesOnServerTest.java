package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern SINCE = Pattern.compile("since (\\d+): ");

    @TestFactory
    Stream<DynamicTest> changes() {
        return Oracle.each().flatMap(BrokenRoutinesOnServerTest::changes);
    }

    private static Stream<DynamicTest> changes(Oracle oracle) {
        return Arrays.stream(read().split("(?m)^-- script: "))
                .skip(1)
                .filter(text -> isFor(oracle, text))
                .map(text -> DynamicTest.dynamicTest(
                        oracle + ": " + text.lines().findFirst().orElseThrow(),
                        () -> compare(oracle, text.substring(text.indexOf('\n')).split("(?m)^-- (change|call):$"))));
    }

    /** A script may be of a version that has what it uses: {@code since 14: …}. */
    private static boolean isFor(Oracle oracle, String text) {
        Matcher since = SINCE.matcher(text);
        return !since.lookingAt() || oracle.version().isAtLeast(Integer.parseInt(since.group(1)));
    }

    private static String read() {
        try (InputStream input = BrokenRoutinesOnServerTest.class.getResourceAsStream("broken-routines.sql")) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
