package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.greenlight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of text that is no statement, or not quite one. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE t (a int b) | b | syntax error at or near \"b\": expected \")\"",
                "CREATE TABLE t (a int | `` | syntax error at end of input: expected \")\"",
                "CREATE TABLE user (a int) | user | syntax error at or near \"user\": expected a name",
                "CREATE TABLE a.b.c.d (x int) | a | improper qualified name (too many dotted names): a.b.c.d",
                "ALTER TABLE t ENABLE x | x | syntax error at or near \"x\": expected TRIGGER or RULE",
                "LOCK t IN x MODE | x | syntax error at or near \"x\": expected a lock mode and MODE",
                "CREATE TABLE t (a text DEFAULT 'x | 'x | unterminated quoted string, opened in line 1: close it",
            })
    void a_syntax_error_says_where_it_is_and_what_was_expected(String sql, String at, String message) {
        assertThat(Parsing.parse(sql)).isInstanceOfSatisfying(Unread.Unparsed.class, unparsed -> {
            assertThat(unparsed.at().length()).isEqualTo(at.length());
            assertThat(sql.substring(unparsed.at().start(), unparsed.at().end()))
                    .isEqualTo(at);
            assertThat(unparsed.message()).isEqualTo(message);
        });
    }

    @Test
    void the_message_of_a_syntax_error_is_one_line() {
        assertThat(Parsing.parse("CREATE TABLE t (a int 'x\ny')"))
                .isInstanceOfSatisfying(
                        Unread.Unparsed.class,
                        unparsed -> assertThat(unparsed.message())
                                .isEqualTo("syntax error at or near \"x\": expected \")\""));
    }

    @Test
    void a_placeholder_stands_for_a_name_a_type_or_a_value() {
        assertThat(Parsing.parse("CREATE TABLE ${schema}.t (${column} ${type} DEFAULT ${value})"))
                .isInstanceOfSatisfying(TableStatement.CreateTable.class, table -> {
                    assertThat(table.name()).hasToString("schema.t");
                    assertThat(table.columns().getFirst().name().value()).isEqualTo("column");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ${x}",
                "${x}",
                "CREATE ${x} TABLE t (a int)",
                "CREATE INDEX ${x} i ON t (a)",
                "CREATE TABLE t (a int ${x})"
            })
    void a_placeholder_that_stands_for_more_makes_the_statement_a_template(String sql) {
        Span at = new Span(sql.indexOf('$'), sql.indexOf('}') + 1);
        assertThat(Parsing.parse(sql)).isEqualTo(new Unread.Template(new Span(0, sql.length()), at, "x"));
    }

    @Test
    void an_error_before_a_placeholder_is_an_error() {
        assertThat(Parsing.parse("CREATE TABLE t (a int b, c ${type})")).isInstanceOf(Unread.Unparsed.class);
    }

    @Test
    void a_command_of_psql_is_no_statement() {
        assertThat(Parsing.parse("\\connect other"))
                .isEqualTo(new Unread.MetaCommand("\\connect other", new Span(0, 14)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f(", "ARRAY[", "a[", "- ", "NOT ", "CASE WHEN ", "CAST(", "COALESCE(", "a IN ("})
    void what_is_nested_too_deeply_is_an_error_and_no_crash(String opening) {
        assertThat(Parsing.parse("ALTER TABLE t ADD CHECK (" + opening.repeat(100_000)))
                .isInstanceOfSatisfying(
                        Unread.BeyondLimit.class,
                        beyond -> assertThat(beyond.message())
                                .isEqualTo("nested more than 250 levels deep: write it flatter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" + 1", " OR a", " || 'x'", "::int", "[1]", ".b"})
    void what_is_only_long_is_no_error(String more) {
        assertThat(Parsing.parse("ALTER TABLE t ADD CHECK (a" + more.repeat(20_000) + ")"))
                .isInstanceOf(TableStatement.AlterTable.class);
    }

    @Test
    void names_are_folded_and_cut_to_63_bytes_but_never_within_a_character() {
        String umlauts = "ä".repeat(40);
        assertThat(Parsing.parse("ALTER TABLE Orders RENAME TO " + umlauts))
                .isInstanceOfSatisfying(ObjectStatement.Rename.class, rename -> {
                    assertThat(rename.name()).hasToString("orders");
                    assertThat(rename.newName().value()).isEqualTo("ä".repeat(31));
                    assertThat(rename.newName().span().length()).isEqualTo(40);
                });
    }

    @Test
    void a_setting_keeps_the_tokens_of_its_value() {
        assertThat(Parsing.parse("ALTER TABLE t SET (toast.Autovacuum_Enabled = off, fillfactor = 70)"))
                .isInstanceOfSatisfying(TableStatement.AlterTable.class, alter -> {
                    var set = (AlterTableAction.SetParameters) alter.actions().getFirst();
                    assertThat(set.parameters())
                            .extracting(Setting::name, Setting::text)
                            .isEqualTo(List.of(tuple("toast.autovacuum_enabled", "off"), tuple("fillfactor", "70")));
                });
    }
}
