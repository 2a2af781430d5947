package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks a server and a replay what expressions and queries are worth after the same statements: what is certain here is
 * so there, and what a line says is unknown is unknown.
 */
@Tag("postgres")
class AnswersOnServerTest {
    /** Of a line that begins with {@code --?} the answer has to be certain; with {@code --!} it has to be unknown. */
    @TestFactory
    Stream<DynamicTest> answers() {
        return ServerScript.tests("answers.sql", AnswersOnServerTest::compare);
    }

    private static void compare(Oracle oracle, String script) throws SQLException {
        Asking asking = Asking.on(oracle.version(), ServerScript.statements(script));
        List<String> differences = new ArrayList<>();
        try (Connection connection = oracle.connect()) {
            for (String statement : ServerScript.statements(script)) {
                execute(connection, statement);
            }
            for (String line :
                    script.lines().filter(each -> each.startsWith("--")).toList()) {
                String question = line.substring(3).strip();
                String here = question.startsWith("select ") ? asking.rows(question) : asking.value(question);
                boolean unknown = here.startsWith(Asking.UNKNOWN);
                if (unknown != line.startsWith("--!")) {
                    differences.add((unknown ? here : "not unknown but " + here) + ": " + question);
                }
                String there = answer(connection, question);
                if (!unknown && !here.equals(there)) {
                    differences.add("server " + there + ", replay " + here + ": " + question);
                }
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The rows that the server gives, as {@link Asking} writes them. */
    static String answer(Connection connection, String question) {
        String sql = question.startsWith("select ") ? question : "select " + question;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            ResultSet result = statement.executeQuery(sql);
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", row));
            }
            return String.join("; ", rows);
        } catch (SQLException e) {
            return "error " + e.getSQLState();
        }
    }
}
