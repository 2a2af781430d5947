package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project with a history of findings begins to lint. */
final class BaselineTest {
    private static final String FILE = "greenlight-baseline.json";
    private static final String GONE =
            "drop-table is no longer found: write " + FILE + " anew with greenlight baseline\n";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("db/V1__a.sql", "CREATE TABLE orders (id bigint);\nCREATE TABLE customers (id bigint);\n")
                .file("db/V2__b.sql", "DROP TABLE orders;\n");
    }

    @Test
    void what_is_in_the_baseline_is_not_shown_and_does_not_fail() {
        Outcome written = workspace.run("baseline", "db");
        Outcome linted = workspace.run("lint", "db", "--baseline", FILE, "--check-baseline");

        assertThat(written.out()).isEqualTo(FILE + ": 1 finding\n");
        assertThat(written.code()).isZero();
        assertThat(linted.out()).isEqualTo("""
                note: db: taken for flyway: 2 up
                note: 1 finding is in greenlight-baseline.json
                SAFE: 0 findings; 2 migrations, 3 statements: 1 red, 0 yellow, 2 green; 0 not understood
                """);
        assertThat(linted.code()).isZero();
        assertThat(workspace.run("lint", "db").code()).isEqualTo(1);
    }

    @Test
    void the_file_has_a_line_for_each_finding() {
        workspace.run("baseline", "db");

        assertThat(workspace.read(FILE)).matches("""
                \\{
                  "version": 1,
                  "findings": \\[
                    \\{"path": "db/V2__b.sql", "rule": "drop-table", "statement": "[0-9a-f]{32}", "count": 1}
                  ]
                }
                """);
    }

    @Test
    void without_findings_it_is_empty() throws IOException {
        Files.delete(workspace.path("db/V2__b.sql"));

        assertThat(workspace.run("baseline", "db").out()).isEqualTo(FILE + ": 0 findings\n");
        assertThat(workspace.read(FILE)).isEqualTo("{\n  \"version\": 1,\n  \"findings\": []\n}\n");
        assertThat(workspace.run("lint", "--baseline", FILE).code()).isZero();
    }

    @Test
    void a_new_finding_is_shown() {
        workspace.run("baseline", "db");
        workspace.file("db/V3__c.sql", "DROP TABLE customers;\n");

        Outcome linted = workspace.run("lint", "db", "--baseline", FILE);

        assertThat(linted.out()).contains("db/V3__c.sql:1:12").doesNotContain("db/V2__b.sql:1");
        assertThat(linted.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop  table/* gone */~~orders;                 | 0
            -- moved~~SELECT 1;~DROP TABLE orders          | 0
            DROP TABLE orders CASCADE;                     | 1
            DROP TABLE "orders";                           | 1
            DROP TABLE customers;                          | 1
            DROP TABLE orders; DROP TABLE customers;       | 1
            """)
    void it_is_known_again_by_what_the_statement_says(String sql, int code) {
        workspace.run("baseline", "db");
        workspace.file("db/V2__b.sql", sql.replace('~', '\n'));

        assertThat(workspace.run("lint", "db", "--baseline", FILE).code()).isEqualTo(code);
    }

    @Test
    void equal_findings_are_counted() {
        String drop = "DROP TABLE orders;\nCOMMIT;\nCREATE TABLE orders (id bigint);\nCOMMIT;\n";
        workspace.file("db/V2__b.sql", drop + drop).run("baseline", "db");

        assertThat(workspace.read(FILE)).contains("\"rule\": \"drop-table\"").contains("\"count\": 2");
        assertThat(lintChecked().code()).isZero();
        workspace.file("db/V2__b.sql", drop + drop + drop);
        assertThat(lintChecked().code()).isEqualTo(1);
        workspace.file("db/V2__b.sql", drop);
        assertThat(lintChecked().out()).contains("note: db/V2__b.sql: " + GONE);
    }

    @Test
    void under_another_name_a_file_is_another_one() throws IOException {
        workspace.run("baseline", "db");
        Files.move(workspace.path("db/V2__b.sql"), workspace.path("db/V3__b.sql"));

        Outcome linted = lintChecked();

        assertThat(linted.out()).contains("db/V3__b.sql:1:12").contains("note: db/V2__b.sql: " + GONE);
        assertThat(linted.code()).isEqualTo(1);
    }

    @Test
    void what_is_gone_fails_only_where_that_is_asked() {
        workspace.run("baseline", "db");
        workspace.file("db/V2__b.sql", "SELECT 1;\n");

        Outcome checked = workspace.run("lint", "db", "--baseline", FILE, "--check-baseline", "--fail-on", "never");
        Outcome unchecked = workspace.run("lint", "db", "--baseline", FILE);

        assertThat(checked.out()).contains("note: db/V2__b.sql: " + GONE);
        assertThat(checked.code()).isEqualTo(1);
        assertThat(unchecked.out()).doesNotContain("no longer");
        assertThat(unchecked.code()).isZero();
        workspace.run("baseline", "db");
        assertThat(lintChecked().code()).isZero();
    }

    @Test
    void of_files_that_are_not_linted_nothing_is_gone() {
        workspace.file("other/V1__a.sql", "CREATE TABLE t (id bigint);\n");
        workspace.run("baseline", "db");

        Outcome linted = workspace.run("lint", "other", "--baseline", FILE, "--check-baseline");

        assertThat(linted.code()).isZero();
        assertThat(linted.out()).doesNotContain("no longer");
    }

    @Test
    void it_holds_from_any_working_directory() {
        workspace.run("baseline", "db");
        Workspace inside = new Workspace(folder.resolve("db"));
        Workspace beside = new Workspace(folder.resolve("elsewhere")).file("x.txt", "");

        String absolute = folder.resolve(FILE).toString();
        assertThat(inside.run("lint", "--baseline", "../" + FILE, "--check-baseline")
                        .code())
                .isZero();
        assertThat(beside.run("lint", "../db", "--baseline", absolute, "--check-baseline")
                        .code())
                .isZero();
        assertThat(beside.run("lint", folder.resolve("db").toString(), "--baseline", absolute)
                        .code())
                .isZero();
        assertThat(inside.run("baseline", "--output", "../" + FILE).code()).isZero();
        assertThat(lintChecked().code()).isZero();
    }

    @Test
    void ignored_findings_are_not_in_it_and_are_counted_apart() {
        workspace.file("db/V3__c.sql", "DROP TABLE customers; -- greenlight:ignore drop-table unread\n");

        assertThat(workspace.run("baseline", "db").out()).isEqualTo(FILE + ": 1 finding\n");
        assertThat(workspace.run("lint", "db", "--baseline", FILE).out())
                .contains("note: 1 finding is in greenlight-baseline.json, 1 is ignored in the files\nSAFE: ");
    }

    @Test
    void it_holds_findings_of_every_level_and_direction() throws IOException {
        Files.delete(workspace.path("db/V1__a.sql"));
        Files.delete(workspace.path("db/V2__b.sql"));
        workspace
                .file("db/1_a.up.sql", "CREATE TABLE a (id bigint);\n-- greenlight:ignore drop-table unread\n")
                .file("db/1_a.down.sql", "DROP TABLE b;\n");

        assertThat(workspace.run("baseline", "db").out()).isEqualTo(FILE + ": 2 findings\n");
        assertThat(workspace.read(FILE)).contains("\"unused-ignore\"", "\"db/1_a.down.sql\"");
        assertThat(lintChecked().out()).contains("SAFE: 0 findings;");
        assertThat(lintChecked().code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--baseline"})
    void it_can_be_another_file(String option) {
        assertThat(workspace.run("baseline", "db", option, "ci/known.json").out())
                .isEqualTo("ci/known.json: 1 finding\n");
        assertThat(workspace.read("ci/known.json")).contains("\"path\": \"../db/V2__b.sql\"");
        assertThat(workspace.run("lint", "db", "--baseline", "ci/known.json").code())
                .isZero();
    }

    @Test
    void half_a_project_has_no_baseline() {
        Outcome outcome = workspace.run("baseline", "db", "missing.sql");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("greenlight: missing.sql:1: there is no such file; check the path\n");
        assertThat(workspace.path(FILE)).doesNotExist();
    }

    @Test
    void one_that_cannot_be_written_is_an_error() {
        Outcome outcome = workspace.run("baseline", "db", "--output", "db/V1__a.sql/x.json");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("greenlight: --output db/V1__a.sql/x.json: cannot be written: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lint --check-baseline     | --check-baseline needs a baseline, as in --baseline greenlight-baseline.json
            lint --baseline none.json | --baseline none.json: there is no such file; greenlight baseline writes it
            lint --baseline db        | --baseline db:1: it is a folder; name a file
            lint --baseline new.json  | --baseline new.json:2: it has version 7, and known is 1; use a newer Greenlight, \
            or write it anew with greenlight baseline
            lint --baseline bad.json  | --baseline bad.json:3: its findings are no array; write it anew with greenlight \
            baseline
            """)
    void a_baseline_that_is_none_is_said_in_one_line(String arguments, String message) {
        workspace.file("new.json", "{\n\"version\": 7}").file("bad.json", "{\n\"version\": 1,\n\"findings\": 1}");

        Outcome outcome = workspace.run(arguments.split(" "));

        assertThat(outcome.err()).isEqualTo("greenlight: " + message + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void foreign_text_in_it_reaches_no_terminal() {
        workspace.file(FILE, """
                {"version": 1, "findings": [
                {"path": "\\u001b[2Ja\\u0000\\ud800", "rule": "\\u202e::error::", "statement": "\\n", "count": 2}
                ]}
                """);

        Outcome outcome = lintChecked();

        assertThat(outcome.out()).contains("(2 times) is no longer found").doesNotContain("\u001B", "\u202E", "\0");
        assertThat(outcome.code()).isEqualTo(1);
    }

    private Outcome lintChecked() {
        return workspace.run("lint", "db", "--baseline", FILE, "--check-baseline");
    }
}
