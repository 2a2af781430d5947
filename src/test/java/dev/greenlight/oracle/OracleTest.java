package dev.greenlight.oracle;

import static org.assertj.core.api.Assertions.assertThat;

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
                .hasValue(new SyntaxError("42601", "syntax error at or near \"b\"", 22));
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
}
