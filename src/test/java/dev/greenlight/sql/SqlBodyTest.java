package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statements bodies in SQL hold, and where. */
class SqlBodyTest {

    @Test
    void a_string_holds_statements_with_places_in_it() {
        assertThat(statements("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'DELETE FROM t; SELECT ''a'';'"))
                .containsExactly("DELETE: DELETE FROM t", "SELECT: SELECT 'a'");
    }

    @Test
    void a_body_that_is_no_string_holds_statements_with_places_in_the_text_around() {
        assertThat(statements("CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (CASE WHEN a THEN 1 END);"
                        + " ; RETURN 2; END"))
                .containsExactly("INSERT: INSERT INTO t VALUES (CASE WHEN a THEN 1 END)", "SELECT: RETURN 2");
    }

    @Test
    void what_is_returned_is_selected() {
        List<Statement> statements = SqlBody.statements(body("CREATE FUNCTION f(a int) RETURNS int RETURN a + 1"));
        assertThat(statements)
                .singleElement()
                .isInstanceOfSatisfying(
                        DataStatement.Select.class,
                        select -> assertThat(select.query().tokens())
                                .extracting(Token::value)
                                .containsExactly("select", "a", "+", "1"));
    }

    @Test
    void psql_does_not_look_into_a_string() {
        assertThat(statements("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT :a; SELECT 1 \\g'"))
                .containsExactly("UNPARSED: SELECT :a", "UNPARSED: SELECT 1 \\g");
    }

    @Test
    void an_empty_body_holds_nothing() {
        assertThat(statements("CREATE FUNCTION f() RETURNS void LANGUAGE sql AS ' -- nothing'"))
                .isEmpty();
    }

    private static List<String> statements(String sql) {
        RoutineStatement.Body body = body(sql);
        String text = body.tokens().isEmpty() ? body.text() : sql;
        return SqlBody.statements(body).stream()
                .map(statement -> statement.kind() + ": "
                        + text.substring(
                                statement.span().start(), statement.span().end()))
                .toList();
    }

    private static RoutineStatement.Body body(String sql) {
        RoutineStatement.Body body = ((RoutineStatement.CreateRoutine) Parsing.parse(sql)).body();
        assertThat(body).isNotNull();
        return body;
    }
}
