package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {

    @Test
    void statements_are_parted_by_semicolons() {
        String sql = " SELECT 1 ; -- c\n\n;;DROP TABLE t ";
        List<StatementText> statements = split(sql);

        assertThat(shown(sql)).containsExactly("SELECT 1", "DROP TABLE t");
        assertThat(statements.get(0).span()).isEqualTo(new Span(1, 9));
        assertThat(statements.get(0).tokens()).extracting(Token::value).containsExactly("select", "1");
        assertThat(statements).extracting(StatementText::terminated).containsExactly(true, false);
        assertThat(statements).extracting(StatementText::kind).containsOnly(StatementText.Kind.SQL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", " ; ;\n", "-- c", "/* c */;"})
    void empty_statements_are_none(String sql) {
        assertThat(split(sql)).isEmpty();
    }

    @Test
    void only_the_span_is_split() {
        String sql = "SELECT 1; SELECT 2; SELECT 3";

        assertThat(Splitter.split(sql, new Span(9, 18)))
                .extracting(statement ->
                        sql.substring(statement.span().start(), statement.span().end()))
                .containsExactly("SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';', \";\", $$;$$, $a$;$a$, E'\\';', U&'a' UESCAPE ';' /* ; */ -- ;\n",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; SELECT (1); DELETE FROM v)",
                "CREATE OR REPLACE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v)",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "create or replace procedure p() language sql begin atomic; insert into t values (1); end",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN (CASE b WHEN 1 THEN 2 END) END; "
                        + "SELECT a.case, 1 AS end, 2 AS case; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1; "
                        + "END; SELECT 2; END",
                "${x} SELECT 1",
            })
    void semicolons_within_a_statement_do_not_end_it(String sql) {
        assertThat(shown(sql + "; SELECT 'next';"))
                .containsExactly(sql.replace(" /* ; */ -- ;\n", ""), "SELECT 'next'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int",
                "CREATE FUNCTION f(a int DEFAULT (1) RETURNS int LANGUAGE sql AS ''",
                "BEGIN ATOMIC",
                "CREATE TABLE begin (atomic int)",
                "CREATE FUNCTION f() RETURNS int RETURN CASE WHEN a THEN 1",
                "SELECT 1)",
            })
    void other_semicolons_do(String sql) {
        assertThat(shown(sql + "; SELECT 'next';")).containsExactly(sql, "SELECT 'next'");
    }

    @Test
    void comments_go_with_the_statement_they_stand_at() {
        String sql = """
                -- before
                /* too */ SELECT /* in */ 1 -- end
                ; -- behind
                -- before the next
                SELECT 2; /* before */ SELECT 3; /* on
                two lines */ SELECT 4 -- last
                -- nobody's
                """;
        List<StatementText> statements = split(sql);

        assertThat(statements.get(0).precedingComments())
                .extracting(Token::value)
                .containsExactly("-- before", "/* too */");
        assertThat(statements.get(0).innerComments()).extracting(Token::value).containsExactly("/* in */");
        assertThat(statements.get(0).trailingComments())
                .extracting(Token::value)
                .containsExactly("-- end", "-- behind");
        assertThat(comments(statements.get(1))).containsExactly("-- before the next");
        assertThat(comments(statements.get(2))).containsExactly("/* before */");
        assertThat(statements.get(3).precedingComments())
                .extracting(Token::value)
                .containsExactly("/* on\ntwo lines */");
        assertThat(statements.get(3).trailingComments())
                .extracting(Token::value)
                .containsExactly("-- last");
    }

    @Test
    void comments_of_empty_statements_stay_with_the_next() {
        assertThat(comments(split("-- a\n; -- b\n; -- c\nSELECT 1").getFirst()))
                .containsExactly("-- a", "-- b", "-- c");
    }

    @Test
    void meta_commands_stand_by_themselves() {
        String sql = "\\set a 1\nSELECT 1;\n\\i x.sql\nSELECT 2\n\\echo 'within'\n+ 3;";
        List<StatementText> statements = split(sql);

        assertThat(shown(sql))
                .containsExactly(
                        "\\set a 1", "SELECT 1", "\\i x.sql", "SELECT 2\n\\echo 'within'\n+ 3", "\\echo 'within'");
        assertThat(statements)
                .extracting(statement -> statement.kind() == StatementText.Kind.META_COMMAND)
                .containsExactly(true, false, true, false, true);
        assertThat(statements.get(3).tokens()).extracting(Token::value).containsExactly("select", "2", "+", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\g", "\\gexec", "\\gset prefix_", "\\gx (format=csv)", "\\bind 1 \\g", "\\g\\g"})
    void some_meta_commands_send_the_statement_before_them(String command) {
        assertThat(shown("SELECT 1 " + command + "\nSELECT 2")).containsExactly("SELECT 1", command, "SELECT 2");
        assertThat(split("SELECT 1 " + command).getFirst().terminated()).isTrue();
    }

    @Test
    void a_semicolon_behind_a_backslash_parts_statements_too() {
        assertThat(shown("SELECT 1\\; SELECT 2;")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void the_rows_of_copy_go_with_it() {
        String sql = "COPY t FROM stdin; -- c\n1;\n\\.\nSELECT 1;\n\\copy u from stdin\n2\n\\.\n";
        List<StatementText> statements = split(sql);

        assertThat(shown(sql)).containsExactly("COPY t FROM stdin", "SELECT 1", "\\copy u from stdin");
        assertThat(statements.get(0).copyData()).isEqualTo(new Span(24, 29));
        assertThat(statements.get(0).trailingComments()).hasSize(1);
        assertThat(statements.get(1).copyData()).isNull();
        assertThat(statements.get(2).copyData()).isEqualTo(new Span(59, 63));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES ('it);",
                "INSERT INTO t VALUES (\"it);",
                "SELECT 1; /* never closed;",
                "CREATE FUNCTION f() AS $$\nBEGIN\n  DELETE FROM t;\nEND;",
                "SELECT E'\\';",
                "INSERT INTO t VALUES ('it's');",
                "COMMENT ON TABLE t IS 'it's; old'; -- c",
            })
    void statements_behind_what_is_never_closed_are_not_lost(String broken) {
        String rest =
                "\n-- next\n\nALTER TABLE u ADD a text DEFAULT 'x';\nINSERT INTO u VALUES ('y', \"z\"); /* c */\n";
        List<StatementText> statements = split(broken + rest);

        assertThat(statements)
                .filteredOn(statement -> statement.lexicalError().isPresent())
                .hasSize(1);
        assertThat(shown(broken + rest))
                .endsWith("ALTER TABLE u ADD a text DEFAULT 'x'", "INSERT INTO u VALUES ('y', \"z\")");
    }

    @Test
    void what_is_never_closed_is_reported_where_it_opens() {
        StatementText statement = split("SELECT 1,\n  'it's';\nDROP TABLE t;").getFirst();

        assertThat(statement.lexicalError()).hasValueSatisfying(error -> {
            assertThat(error.span()).isEqualTo(new Span(17, 19));
            assertThat(error.value()).isEqualTo("unterminated quoted string, opened in line 2: close it");
        });
        assertThat(statement.terminated()).isFalse();
    }

    @Test
    void without_a_sign_of_a_next_statement_the_rest_is_the_error() {
        assertThat(shown("SELECT 'a\nSELECT 1;\n")).containsExactly("SELECT 'a\nSELECT 1;\n");
    }

    @Test
    void statements_are_read_one_at_a_time() {
        String sql = "SELECT 1; ".repeat(1000);

        assertThat(Splitter.statements(sql, new Span(0, sql.length())).limit(2)).hasSize(2);
    }

    @Test
    void behind_more_statements_than_are_read_all_is_one() {
        String sql = "a;".repeat(StatementReader.MOST_STATEMENTS) + "; -- c\nDROP TABLE t; $$ never closed ";

        List<StatementText> statements = split(sql);
        StatementText rest = statements.getLast();

        assertThat(statements).hasSize(StatementReader.MOST_STATEMENTS + 1);
        assertThat(rest.kind()).isEqualTo(StatementText.Kind.REST);
        assertThat(sql.substring(rest.span().start(), rest.span().end())).isEqualTo("DROP TABLE t; $$ never closed");
        assertThat(statements.get(StatementReader.MOST_STATEMENTS - 1).kind()).isEqualTo(StatementText.Kind.SQL);
    }

    @Test
    void no_more_statements_than_are_read_are_all_read() {
        String sql = "a;".repeat(StatementReader.MOST_STATEMENTS) + ";;-- c\n";

        assertThat(split(sql).getLast().kind()).isEqualTo(StatementText.Kind.SQL);
    }

    private static List<StatementText> split(String sql) {
        return Splitter.split(sql, new Span(0, sql.length()));
    }

    private static List<String> shown(String sql) {
        return split(sql).stream()
                .map(statement ->
                        sql.substring(statement.span().start(), statement.span().end()))
                .toList();
    }

    private static List<String> comments(StatementText statement) {
        return statement.comments().stream().map(Token::value).toList();
    }
}
