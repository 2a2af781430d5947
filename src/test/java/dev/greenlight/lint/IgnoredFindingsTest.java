package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.Hidden.Cause;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments that ask to ignore a finding: where they may stand, and what is said about those that are wrong. */
final class IgnoredFindingsTest {
    private static final String TABLES = "CREATE TABLE orders (id bigint);\nCREATE TABLE customers (id bigint);\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- greenlight:ignore drop-table nobody reads it\nDROP TABLE orders;",
                "--greenlight:ignore drop-table nobody reads it\nDROP TABLE orders;",
                "/* greenlight:ignore drop-table nobody reads it */ DROP TABLE orders;",
                "/**\n * greenlight:ignore drop-table nobody\n * reads it\n */\nDROP TABLE orders;",
                "-- greenlight:ignore drop-table nobody reads it\n\n-- more\n/* and more */\nDROP TABLE orders;",
                "DROP -- greenlight:ignore drop-table nobody reads it\nTABLE orders;",
                "DROP TABLE orders /* greenlight:ignore drop-table nobody reads it */;",
                "DROP TABLE orders; -- greenlight:ignore drop-table nobody reads it",
                "DROP TABLE\n    orders; /* more */ -- greenlight:ignore drop-table nobody reads it\n",
                "DROP TABLE orders -- greenlight:ignore drop-table nobody reads it",
                "-- greenlight:ignore drop-table: nobody reads it\r\nDROP TABLE orders;\r\n",
                "-- greenlight:ignore drop-table -- nobody reads it\nDROP TABLE orders;",
                "-- greenlight:ignore drop-view,drop-table nobody reads it\nDROP TABLE orders;\n"
                        + "-- greenlight:ignore-file unused-ignore a list",
                "-- greenlight:ignore-file drop-table nobody reads it\nSELECT 1;\nDROP TABLE orders;",
                "DROP TABLE orders;\n\n/* greenlight:ignore-file drop-table nobody reads it */\n",
            })
    void a_comment_at_the_statement_or_for_the_file_hides_it(String sql) {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", sql);

        assertThat(LintedFiles.findings(review)).isEmpty();
        assertThat(review.summary().verdict()).isEqualTo(Verdict.SAFE);
        assertThat(review.hidden().getFirst().finding().rule()).isEqualTo("drop-table");
        assertThat(review.notes()).anyMatch(note -> note.endsWith(" ignored in the files"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '-- greenlight:ignore drop-table a text'; DROP TABLE orders;",
                "DROP TABLE orders; SELECT $$ -- greenlight:ignore-file drop-table a text\n$$;",
                "SELECT 1; -- greenlight:ignore-next drop-table\nDROP TABLE orders;",
                "-- please greenlight:ignore drop-table in prose\nDROP TABLE orders;",
            })
    void what_is_no_such_comment_hides_nothing(String sql) {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", sql);

        assertThat(review.findings()).extracting(Finding::rule).contains("drop-table");
        assertThat(review.hidden()).isEmpty();
    }

    @Test
    void a_comment_speaks_of_its_own_statement_alone() {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", """
                DROP TABLE customers; -- greenlight:ignore drop-table nobody reads it
                DROP TABLE orders;
                """);

        assertThat(LintedFiles.findings(review)).containsExactly("2_drop.sql:2 drop-table");
    }

    @Test
    void behind_a_statement_and_in_front_of_another_on_its_line_it_belongs_to_the_other() {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", """
                DROP TABLE customers; /* greenlight:ignore drop-table nobody reads it */ DROP TABLE orders;
                """);

        assertThat(review.findings())
                .extracting(finding -> finding.file().text(finding.span()))
                .containsExactly("customers");
    }

    @Test
    void the_statement_keeps_its_signal_and_its_reasons() {
        Review review = LintedFiles.of(
                "1_tables.sql", TABLES, "2_drop.sql", "DROP TABLE orders; -- greenlight:ignore drop-table unread");

        StatementReview drop = review.histories()
                .getFirst()
                .migrations()
                .getLast()
                .statements()
                .getFirst();
        assertThat(drop.signal()).isEqualTo(Signal.RED);
        assertThat(drop.reasons()).contains("drop-table");
        assertThat(review.summary().red()).isEqualTo(1);
    }

    @Test
    void what_is_hidden_is_kept_with_the_comment_and_its_reason() {
        Review review = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_drop.sql",
                "\n-- greenlight:ignore drop-table  not \t read\nDROP TABLE orders;");

        assertThat(review.hidden()).singleElement().satisfies(hidden -> {
            assertThat(hidden.cause()).isInstanceOfSatisfying(Cause.Ignored.class, ignored -> {
                assertThat(ignored.reason()).isEqualTo("not read");
                assertThat(ignored.comment()).hasToString("db/2_drop.sql:2");
            });
        });
        assertThat(review.notes()).containsExactly("db: taken for numbered: 2 up", "1 finding is ignored in the files");
    }

    @Test
    void what_is_wrong_with_a_comment_is_said_at_its_place_among_the_findings() {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", """
                DROP TABLE customers;
                -- greenlight:ignore drop-tables nobody reads it
                DROP TABLE orders;
                -- greenlight:ignore
                """);

        assertThat(LintedFiles.findings(review))
                .containsExactly(
                        "2_drop.sql:1 drop-table",
                        "2_drop.sql:2 ignore-of-unknown-rule",
                        "2_drop.sql:3 drop-table",
                        "2_drop.sql:4 ignore-of-unknown-rule");
        Finding unknown = review.findings().get(1);
        assertThat(unknown.file().text(unknown.span())).isEqualTo("drop-tables");
        assertThat(unknown.message()).isEqualTo("there is no rule drop-tables; did you mean drop-table?");
    }

    @Test
    void each_id_that_hides_nothing_is_marked_by_itself() {
        Review review = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_drop.sql",
                "-- greenlight:ignore drop-view, drop-table, drop-type nobody reads it\nDROP TABLE orders;");

        assertThat(review.findings())
                .extracting(finding -> finding.rule() + " " + finding.file().text(finding.span()))
                .containsExactly("unused-ignore drop-view", "unused-ignore drop-type");
        assertThat(review.summary().verdict()).isEqualTo(Verdict.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- greenlight-ignore drop-table unread",
                "-- greenlight-ignore: drop-table",
                "-- greenlight_disable drop-table",
                "-- greenlight: ignore drop-table unread",
                "-- greenlight: ignore drop-tabel unread",
                "-- greenlight: ignore",
                "-- greenlight ignore drop-table",
                "-- Greenlight:ignore drop-table unread",
                "-- greenlight:ignore-next-line drop-table unread",
                "-- greenlight:ignore: drop-table unread",
                "-- greenlight:ignore[drop-table] unread",
                "-- greenlight:disable drop-table",
                "-- @greenlight:ignore drop-table unread",
                "/* greenlight: disable drop-table */",
                "-- squawk-ignore drop-table",
                "-- squawk-ignore-file drop-table",
            })
    void what_was_meant_for_a_directive_is_answered_with_the_right_form(String comment) {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", comment + "\nDROP TABLE orders;");

        assertThat(LintedFiles.findings(review))
                .containsExactly("2_drop.sql:1 unknown-directive", "2_drop.sql:2 drop-table");
        assertThat(review.findings().getFirst().message())
                .contains(comment.contains("-file") ? "write greenlight:ignore-file rule-id reason" : "rule-id reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* greenlight:ignore-file drop-table unread */ DROP TABLE orders;",
                "DROP TABLE orders; -- greenlight:ignore-file drop-table unread",
                "DROP /* greenlight:ignore-file drop-table unread */\nTABLE orders;",
            })
    void what_is_meant_for_the_file_does_not_stand_beside_code(String sql) {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", sql);

        assertThat(review.findings()).extracting(Finding::rule).contains("drop-table", "unknown-directive");
        assertThat(review.hidden()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- squawk-ignore ban-drop-table",
                "-- squawk-ignore-file",
                "-- noqa: PRS",
                "-- eugene: ignore E5",
                "-- atlas:nolint destructive",
                "-- Greenlight: ignore the old rows",
                "-- greenlight: disable triggers while loading",
                "-- greenlight ignores this table",
                "-- greenlight is our product",
                "-- greenlight:",
                "-- greenlight-api reads it",
                "-- Greenlight:2.0",
                "-- greenlighted by the board",
            })
    void prose_and_what_is_said_to_other_tools_is_left_alone(String comment) {
        Review review = LintedFiles.of("1_tables.sql", comment + "\n" + TABLES);

        assertThat(review.findings()).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_comment_can_be_ignored_by_another_one_and_not_by_itself() {
        String idle = "-- greenlight:ignore drop-view kept for later\nDROP TABLE orders;\n";

        Review both = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_drop.sql",
                "-- greenlight:ignore-file unused-ignore,drop-table soon\n" + idle);
        Review itself = LintedFiles.of(
                "1_tables.sql", TABLES + "-- greenlight:ignore-file ignore-without-reason,ignore-of-unknown-rule,x\n");

        assertThat(LintedFiles.findings(both)).isEmpty();
        assertThat(LintedFiles.findings(itself))
                .containsExactly("1_tables.sql:3 ignore-without-reason", "1_tables.sql:3 ignore-of-unknown-rule");
    }

    @Test
    void an_ignore_is_not_called_unused_where_the_statement_would_be_rejected() {
        Review review = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_drop.sql",
                "-- greenlight:ignore drop-table unread\nDROP TABLE order_items;");

        assertThat(LintedFiles.findings(review)).containsExactly("2_drop.sql:2 unmet-reference");
    }

    @Test
    void a_file_that_goes_both_ways_has_each_comment_once() {
        Review review = LintedFiles.of("00001_a.sql", """
                -- +goose Up
                CREATE TABLE a (id bigint);
                -- greenlight:ignore drop-table at the end of the up
                -- +goose Down
                DROP TABLE a;
                DROP TABLE b; -- greenlight:ignore unmet-reference it is made by hand
                """, "00002_b.sql", """
                -- greenlight:ignore-file drop-table in front of all parts
                -- +goose Up
                -- +goose StatementBegin
                DROP TABLE a;
                -- +goose StatementEnd
                """);

        assertThat(LintedFiles.findings(review)).containsExactly("00001_a.sql:3 unused-ignore");
        assertThat(review.findings().getFirst().message()).isEqualTo("hides nothing: no statement follows it");
    }

    @Test
    void a_mark_of_the_tools_may_stand_between() {
        Review review = LintedFiles.of("00001_a.sql", """
                -- +goose Up
                CREATE TABLE a (id bigint);
                """, "00002_b.sql", """
                -- +goose NO TRANSACTION
                -- +goose Up
                -- greenlight:ignore drop-table nobody reads it
                -- +goose StatementBegin
                DROP TABLE a;
                -- +goose StatementEnd
                """);

        assertThat(LintedFiles.findings(review)).isEmpty();
        assertThat(review.hidden()).hasSize(1);
    }

    @Test
    void a_file_without_statements_is_read_too() {
        Review review =
                LintedFiles.of("1_tables.sql", TABLES, "2_nothing.sql", "-- greenlight:ignore drop-table unread");

        assertThat(LintedFiles.findings(review)).containsExactly("2_nothing.sql:1 unused-ignore");
    }

    @Test
    void what_is_wrong_in_a_down_is_no_verdict_on_the_deploy() {
        Review review = LintedFiles.of(
                "1_a.up.sql", "CREATE TABLE a (id bigint);",
                "1_a.down.sql", "-- greenlight:ignore drop-tabel undone\nDROP TABLE a;");

        assertThat(LintedFiles.findings(review)).containsExactly("1_a.down.sql:1 ignore-of-unknown-rule");
        assertThat(review.summary().verdict()).isEqualTo(Verdict.SAFE);
    }

    @Test
    void behind_a_quote_that_is_never_closed_comments_still_speak() {
        Review review = LintedFiles.of("1_tables.sql", TABLES, "2_drop.sql", """
                INSERT INTO customers VALUES ('it's);
                -- greenlight:ignore drop-table nobody reads it
                DROP TABLE orders;
                """);

        assertThat(review.findings()).extracting(Finding::rule).doesNotContain("drop-table");
        assertThat(review.hidden()).hasSize(1);
    }

    @Test
    void a_great_many_comments_take_no_great_time() {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            sql.append("-- greenlight:ignore drop-tabel").append(i).append("\n");
        }
        sql.append("-- greenlight:ignore ").append("x".repeat(1_000_000)).append("\nSELECT 1;");

        Review review = LintedFiles.of("1_tables.sql", sql.toString());

        assertThat(review.findings()).hasSize(2 * 2001);
        assertThat(review.findings().getLast().message()).hasSizeLessThan(200);
    }
}
