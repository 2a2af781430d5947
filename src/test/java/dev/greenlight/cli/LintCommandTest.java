package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
    private static final String TABLE = "CREATE TABLE orders (id bigint, customer_id bigint);\n";
    private static final String INDEX = "CREATE INDEX orders_customer_id_idx ON orders (customer_id);\n";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder).file("db/V1__orders.sql", TABLE).file("db/V2__index.sql", INDEX);
    }

    @Test
    void without_a_path_the_current_folder_is_linted() {
        Outcome outcome = workspace.run("lint");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("red[create-index-blocks-writes]", "--> db/V2__index.sql:1:1\n");
        assertThat(outcome.out()).endsWith("2 statements: 1 red, 0 yellow, 1 green; 0 not understood\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void without_findings_there_is_but_what_was_read_and_the_verdict() throws IOException {
        Files.delete(workspace.path("db/V2__index.sql"));

        Outcome outcome = workspace.run("lint", "db");

        assertThat(outcome.out()).isEqualTo("""
                        note: db: taken for flyway: 1 up
                        SAFE: 0 findings; 1 migration, 1 statement: 0 red, 0 yellow, 1 green; 0 not understood
                        """);
        assertThat(outcome.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"red, 1", "yellow, 1", "never, 0"})
    void a_red_finding_reaches_the_threshold(String threshold, int code) {
        assertThat(workspace.run("lint", "--fail-on", threshold).code()).isEqualTo(code);
    }

    @Test
    void a_yellow_finding_reaches_only_the_yellow_threshold() {
        workspace.file("db/V2__index.sql", "CREATE TABLE IF NOT EXISTS orders (id bigint, note text);\n");

        Outcome outcome = workspace.run("lint", "--fail-on", "yellow");

        assertThat(outcome.out()).contains("NEEDS CHANGES: ");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(workspace.run("lint").code()).isZero();
    }

    @Test
    void what_cannot_be_read_is_an_error_behind_all_else() {
        Outcome outcome = workspace.run("lint", "db", "missing.sql");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("red[create-index-blocks-writes]")
                .contains("missing.sql:1: unreadable: there is no such file; check the path\n")
                .endsWith("; 1 file not read\n");
    }

    @Test
    void standard_input_is_read_where_a_path_is_a_hyphen() {
        Outcome outcome = workspace.runWith(TABLE + "COMMIT;\n" + INDEX, "lint", "-");

        assertThat(outcome.out()).contains("--> -:3:1\n");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void standard_input_may_have_the_name_of_a_file() {
        Outcome outcome =
                workspace.runWith(TABLE + "COMMIT;\n" + INDEX, "lint", "--stdin-filename", "db/V3__more.sql", "-");
        Outcome absolute = workspace.runWith(
                TABLE + "COMMIT;\n" + INDEX,
                "lint",
                "--stdin-filename",
                workspace.path("db/V3__more.sql").toString(),
                "-");

        assertThat(outcome.out()).contains("--> db/V3__more.sql:3:1\n");
        assertThat(absolute.out()).isEqualTo(outcome.out());
    }

    @Test
    void standard_input_must_be_utf_8() {
        InputStream in = new ByteArrayInputStream(new byte[] {'-', '-', (byte) 0xE4});

        Outcome outcome = workspace.run(in, "lint", "-");

        assertThat(outcome.out()).contains("-:1: unreadable: line 1: not UTF-8");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void what_is_there_before_the_first_migration_can_be_given() {
        workspace.file("schema.sql", "CREATE TABLE customers (id bigint);");
        workspace.file("db/V2__index.sql", "CREATE INDEX i ON customers (id);");

        Outcome outcome = workspace.run("lint", "db", "--baseline-schema", "schema.sql");

        assertThat(outcome.out()).contains("customers: writes wait");
    }

    @Test
    void reports_are_written_besides() {
        Outcome outcome = workspace.run(
                "lint",
                "db",
                "--output",
                "sarif=out/deep/a.sarif",
                "--output",
                "markdown=b.md",
                "--output=json=c.json");

        assertThat(outcome.out()).startsWith("red[");
        assertThat(workspace.read("out/deep/a.sarif")).contains("\"uri\": \"db/V2__index.sql\"");
        assertThat(workspace.read("b.md")).startsWith("# Greenlight: 🔴 BLOCKED\n");
        assertThat(workspace.read("c.json")).startsWith("{\n  \"summary\": {\n");
        assertThat(folder.resolve("out/deep")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_report_that_cannot_be_written_is_an_error_behind_all_else() {
        Outcome outcome =
                workspace.run("lint", "db", "--output", "json=db/V1__orders.sql/x.json", "--output", "text=t");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).startsWith("red[");
        assertThat(outcome.err()).startsWith("greenlight: --output db/V1__orders.sql/x.json: cannot be written: ");
        assertThat(workspace.read("t")).isEqualTo(outcome.out());
    }

    @Test
    void paths_in_sarif_begin_at_the_root_of_the_repository() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Path inner = Files.createDirectories(folder.resolve("services/billing"));
        Workspace there = new Workspace(inner).file("V1__a.sql", TABLE).file("V2__b.sql", INDEX);

        assertThat(there.run("lint", "--format", "sarif").out()).contains("\"uri\": \"services/billing/V2__b.sql\"");
        assertThat(there.run("lint").out()).contains("--> V2__b.sql:1:1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, true, xterm, '', '', true",
        "auto, false, xterm, '', '', false",
        "auto, true, dumb, '', '', false",
        "auto, true, xterm, 1, 1, false",
        "auto, false, xterm, '', 1, true",
        "auto, false, xterm, '', 0, false",
        "always, false, dumb, 1, '', true",
        "never, true, xterm, '', 1, false"
    })
    void colours_are_where_they_are_wanted(
            String option, boolean terminal, String term, String noColor, String force, boolean colored) {
        workspace.variable("TERM", term).variable("NO_COLOR", noColor).variable("CLICOLOR_FORCE", force);
        if (terminal) {
            workspace.onTerminal();
        }

        assertThat(workspace.run("lint", "--color", option).out().contains("\u001B["))
                .isEqualTo(colored);
    }

    @Test
    void a_file_is_never_coloured() {
        workspace.run("lint", "--color", "always", "--output", "text=report.txt");

        assertThat(workspace.read("report.txt")).doesNotContain("\u001B");
    }

    @Test
    void a_reader_who_has_seen_enough_is_no_error() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = workspace.run(InputStream.nullInputStream(), failing("Broken pipe"), err, "lint");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void a_full_disk_is_an_error() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = workspace.run(InputStream.nullInputStream(), failing("No space left on device"), err, "lint");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("greenlight: standard output: No space left on device\n");
    }

    @Test
    void a_bug_is_said_to_be_one_in_one_line() {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("out of\norder");
            }
        };

        Outcome outcome = workspace.run(in, "lint", "-");
        Outcome debugged = workspace.variable("GREENLIGHT_DEBUG", "1").run(in, "lint", "-");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("greenlight: this is a bug in Greenlight, not in your migrations:"
                        + " java.lang.IllegalStateException: out of?order; to see where, set GREENLIGHT_DEBUG=1\n");
        assertThat(debugged.code()).isEqualTo(3);
        assertThat(debugged.err()).contains("\tat dev.greenlight.cli.");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
