package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.checks.Checks;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder).file("db/V1__t.sql", "CREATE TABLE t (id int);\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lint --fromat text       | there is no option --fromat; did you mean --format? (see greenlight lint --help)
            lint --xyz=1             | there is no option --xyz (see greenlight lint --help)
            lint --format            | missing required parameter for option '--format' (FORMAT) (see greenlight lint --help)
            lint --format txt        | --format txt: known formats are text, markdown, sarif, json; did you mean text?
            lint --output json       | --output json: say which format and which file, as in sarif=greenlight.sarif
            lint --output json=      | --output json=: say which format and which file, as in sarif=greenlight.sarif
            lint --output sarf=x     | --output sarf: known formats are text, markdown, sarif, json; did you mean sarif?
            lint --fail-on reds      | --fail-on reds: known are red, yellow, never; did you mean red?
            lint --postgres-version 9.6 | --postgres-version 9.6: known are 12 to 18
            lint --postgres-version x | --postgres-version x: known are 12 to 18
            lint --timezone Europe/Berln | --timezone Europe/Berln: there is no such zone; did you mean Europe/Berlin?
            lint --color maybe       | --color maybe: known are auto, always, never
            lint --stdin-filename a  | --stdin-filename names standard input, which is read where a path is -
            lnt                      | there is no command lnt; did you mean lint? (see greenlight --help)
            db                       | there is no command db; did you mean greenlight lint db? (see greenlight --help)
            frobnicate               | there is no command frobnicate (see greenlight --help)
            --versoin                | there is no option --versoin; did you mean --version? (see greenlight --help)
            explain                  | missing required parameter: 'RULE' (see greenlight explain --help)
            lint --staged --base main | --base and --staged exclude one another: give one of them
            lint --to-ref main       | --to-ref says where --from-ref ends: give both
            lint --staged -          | --staged compares files, and standard input is none: leave out -
            lint --files0-from missing | --files0-from missing: there is no such file
            explain a b              | one argument too many: b (see greenlight explain --help)
            explain create-index-block-writes | there is no rule create-index-block-writes; did you mean \
            create-index-blocks-writes? (greenlight rules lists all)
            schema --format jsn      | --format jsn: known formats are json, sql; did you mean json?
            rules --format html      | --format html: known formats are text, markdown
            """)
    void a_mistake_is_answered_in_one_line(String arguments, String message) {
        Outcome outcome = workspace.run(arguments.split(" "));

        assertThat(outcome.err()).isEqualTo("greenlight: " + message + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void an_argument_is_quoted_without_what_a_terminal_would_obey() {
        assertThat(workspace.run("lint", "--format", "a\u001B[2J\nb").err())
                .startsWith("greenlight: --format a?[2J?b: known formats are");
    }

    @Test
    void a_path_that_begins_with_an_at_sign_is_a_path() {
        workspace.file("@x/V1__t.sql", "CREATE TABLE t (id int);\n");

        assertThat(workspace.run("lint", "@x").code()).isZero();
        assertThat(workspace.run("lint", "--", "@x").code()).isZero();
    }

    @Test
    void without_a_command_help_is_printed_as_an_error() {
        Outcome outcome = workspace.run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: greenlight ").contains("  lint ", "  explain ", "  rules ");
    }

    @Test
    void help_lists_the_commands_and_the_exit_codes() {
        Outcome outcome = workspace.run("--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("Usage: greenlight ").contains("Commands:", "  lint ", "Exit codes: 0 ");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "schema", "baseline", "explain", "rules"})
    void each_command_has_help(String command) {
        Outcome outcome = workspace.run(command, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("Usage: greenlight " + command).contains("-h, --help");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(workspace.run("--version").out()).matches("greenlight \\S+\n");
    }

    @Test
    void a_rule_is_explained_by_its_page() {
        Outcome outcome = workspace.run("explain", "create-index-blocks-writes");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("CREATE INDEX blocks writes\ncreate-index-blocks-writes: red, locking\n\n")
                .contains("\nUnsafe\n", "\n    -- V1.sql\n    CREATE TABLE orders")
                .doesNotContain("```", "\u001B");
        assertThat(workspace
                        .onTerminal()
                        .run("explain", "create-index-blocks-writes")
                        .out())
                .contains("\u001B[1mUnsafe\u001B[0m\n");
    }

    @Test
    void all_rules_are_listed() {
        String text = workspace.run("rules").out();
        String markdown = workspace.run("rules", "--format", "markdown").out();

        for (String id : Checks.ids()) {
            assertThat(text).containsPattern("(?m)^(red   |yellow|note  )  " + id + " +\\S");
            assertThat(markdown)
                    .contains("| `" + id + "` | " + RulePages.page(id).level().id() + " | ");
        }
        assertThat(markdown).startsWith("| Rule | Signal | About | |\n| --- | --- | --- | --- |\n");
    }
}
