package dev.greenlight.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class OracleTest {

    @Test
    void a_statement_that_parses_has_no_syntax_error_even_if_it_could_not_run() {
        assertThat(Oracle.postgres().syntax("DROP TABLE no_such_table")).isEmpty();
    }

    @Test
    void a_syntax_error_says_where_it_is() {
        assertThat(Oracle.postgres().syntax("CREATE TABLE t (a int b)"))
                .hasValue(new ServerError("42601", "syntax error at or near \"b\"", 22));
    }

    @Test
    void each_connection_has_a_database_of_its_own() throws SQLException {
        try (Connection first = Oracle.postgres().connect();
                Connection second = Oracle.postgres().connect();
                Statement made = first.createStatement();
                Statement asked = second.createStatement()) {
            made.execute("CREATE TABLE t (a int)");
            try (ResultSet found = asked.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 't'")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getInt(1)).isZero();
            }
        }
    }

    @EachPostgres
    void a_template_is_made_once_and_copied(Oracle oracle) throws SQLException {
        Template template = oracle.template("numbers", "CREATE TABLE numbers AS SELECT generate_series(1, 3) AS n");
        assertThat(oracle.template("numbers", "not even SQL")).isEqualTo(template);
        try (Connection first = oracle.connect(template)) {
            assertThat(count(first)).isEqualTo(3);
            execute(first, "DELETE FROM numbers");
        }
        try (Connection second = oracle.connect(template)) {
            assertThat(count(second)).isEqualTo(3);
        }
    }

    @EachPostgres
    void what_was_made_in_a_database_is_kept_for_others(Oracle oracle) throws SQLException {
        Connection connection = oracle.connect();
        execute(connection, "CREATE TABLE numbers AS SELECT 1 AS n");
        Template template = oracle.keep(connection);
        try (Connection copy = oracle.connect(template)) {
            assertThat(count(copy)).isEqualTo(1);
        }
        oracle.drop(template);
        assertThatThrownBy(() -> oracle.connect(template)).hasMessageContaining("does not exist");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM numbers")) {
            row.next();
            return row.getInt(1);
        }
    }
}
