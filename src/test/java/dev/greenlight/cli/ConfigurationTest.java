package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run makes of a configuration. */
final class ConfigurationTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void aProject() {
        workspace = new Workspace(folder)
                .file("db/V1__orders.sql", "CREATE TABLE orders (id bigint, placed timestamp);\n")
                .file("db/V2__index.sql", "CREATE INDEX orders_id_idx ON orders (id);\n")
                .file("db/V3__zone.sql", "ALTER TABLE orders ALTER COLUMN placed TYPE timestamptz;\n");
    }

    @Test
    void aRuleThatIsOffIsSilentAndGivesNoSignal() {
        workspace.file("greenlight.yml", "timezone: UTC\nrules:\n  create-index-blocks-writes: off\n");

        Outcome outcome = workspace.run("lint");

        assertThat(outcome.out()).doesNotContain("create-index").contains("SAFE: 0 findings;", "3 green");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aRuleMayWeighLessInSomeFiles() {
        workspace.file("greenlight.yml", """
                timezone: UTC
                overrides:
                  - paths: db/V2*
                    rules: {create-index-blocks-writes: yellow}
                  - paths: db/V3*
                    rules: {create-index-blocks-writes: red}
                """);

        Outcome outcome = workspace.run("lint", "db");

        assertThat(outcome.out()).contains("yellow[create-index-blocks-writes]", "NEEDS CHANGES: 1 finding;");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void theCommandLineWinsOverTheConfiguration() {
        workspace.file("greenlight.yml", "timezone: Europe/Berlin\nfail-on: never\n");

        assertThat(workspace.run("lint").code()).isZero();
        assertThat(workspace.run("lint").out()).contains("column-type-change");
        assertThat(workspace.run("lint", "--fail-on", "red").code()).isOne();
        assertThat(workspace.run("lint", "--timezone", "UTC").out()).doesNotContain("column-type-change");
    }

    @Test
    void aConfigurationMayBeNamedOrLeftUnread() {
        workspace.file("greenlight.yml", "fail-on: never\n").file("other/strict.yml", "fail-on: yellow\n");

        assertThat(workspace.run("lint", "--no-config").code()).isOne();
        assertThat(workspace.run("lint", "--config", "other/strict.yml", "db").code())
                .isOne();
        assertThat(workspace
                        .run("lint", "--config", "greenlight.yml", "--no-config")
                        .err())
                .isEqualTo("greenlight: --config and --no-config contradict each other\n");
        assertThat(workspace.run("lint", "--config", "nowhere.yml").err())
                .isEqualTo("greenlight: nowhere.yml: there is no such file; check the path\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "config"})
    void aBrokenOneStopsTheRun(String command) {
        workspace.file("greenlight.yml", "fail-on: rad\nfoo: bar\n");

        Outcome outcome = workspace.run(command);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("greenlight: greenlight.yml:1: fail-on has to be red, yellow or never, not rad;"
                        + " did you mean red?\ngreenlight: greenlight.yml:2: there is no key foo")
                .hasLineCount(2);
    }

    @Test
    void withoutAPathTheFoldersOfTheConfigurationAreLinted() {
        workspace
                .file("greenlight.yml", "histories:\n  - folder: sql\n    layout: golang-migrate\n")
                .file("sql/1_a.up.sql", "CREATE TABLE a (id bigint);\n")
                .file("sql/2_b.sql", "SELECT 1;\n")
                .file("sql/3_c.sql", "SELECT 1;\n");

        assertThat(workspace.run("lint").out())
                .contains("note: sql: taken for golang-migrate: 1 up\n")
                .doesNotContain("flyway");
        assertThat(workspace.run("lint", ".").out())
                .contains("note: db: taken for flyway: 3 up\n", "note: sql: taken for golang-migrate: 1 up\n");
    }

    @Test
    void aLayoutThatIsSaidOnTheCommandLineIsTaken() {
        assertThat(workspace.run("lint", "--layout", "flyway", "db").out()).contains("taken for flyway: 3 up");
        assertThat(workspace
                        .run("lint", "--layout", "flyway", folder.resolve("db").toString())
                        .out())
                .contains("note: db: taken for flyway: 3 up");
        assertThat(workspace
                        .run("lint", "--layout", "flyway", "db/V2__index.sql")
                        .out())
                .contains("names that no migration makes are assumed: orders");
        Outcome outcome = workspace.run("lint", "--layout", "goose", "db");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("db:1: unreadable: nothing in it is laid out as goose's migrations are;"
                        + " check the layout that it is said to have");
        assertThat(workspace.run("lint", "--layout", "flywy", "db").err()).contains("did you mean flyway?");
    }

    @Test
    void sessionsMayBeginWithAnotherSearchPath() {
        workspace
                .file("sql/1_a.sql", "CREATE SCHEMA app;\nCREATE TABLE app.a (id bigint);\n")
                .file("sql/2_b.sql", "ALTER TABLE a ADD COLUMN b bigint;\n");

        assertThat(workspace.run("lint", "sql").out()).contains("relation \"a\" does not exist");
        workspace.file("greenlight.yml", "default-search-path: [app, public]\n");
        assertThat(workspace.run("lint", "sql").out()).contains("SAFE");
        workspace.file("greenlight.yml", "histories:\n  - folder: sql\n    default-search-path: app\n");
        assertThat(workspace.run("lint", "sql").out()).contains("SAFE");
    }

    @Test
    void aHistoryMayHaveABaselineSchemaOfItsOwnOrBeOpen() {
        workspace
                .file("sql/1_a.sql", "ALTER TABLE a ADD COLUMN b bigint;\n")
                .file("more/1_a.sql", "ALTER TABLE a ADD COLUMN b bigint;\n")
                .file("dump.sql", "CREATE TABLE a (id bigint);\n");

        assertThat(workspace.run("lint", "sql", "more").out()).contains("BLOCKED: 2 findings");
        workspace.file("greenlight.yml", """
                histories:
                  - folder: sql
                    baseline-schema: dump.sql
                  - folder: more
                    history: open
                """);
        assertThat(workspace.run("lint").out()).contains("SAFE: 0 findings; 2 migrations");
    }

    @Test
    void whatCountsIsPrintedWithWhereItComesFrom() {
        workspace.file("greenlight.yml", """
                postgres-version: 15
                histories:
                  - folder: db
                    placeholders: {schema: "a: #b"}
                rules:
                  drop-table: off
                overrides:
                  - paths: ["db/V2*"]
                    rules:
                      drop-column: note
                """);

        assertThat(workspace.run("config", "--fail-on", "yellow").err()).contains("there is no option --fail-on");
        assertThat(workspace.run("config", "--timezone", "UTC").out()).isEqualTo("""
                # The configuration is greenlight.yml
                postgres-version: 15  # greenlight.yml:1
                timezone: UTC  # --timezone
                default-search-path: ["$user", public]  # default
                fail-on: red  # default
                baseline-schema: []  # default
                histories:
                  - folder: db  # greenlight.yml:3
                    placeholders:
                      schema: "a: #b"  # greenlight.yml:4
                rules:
                  drop-table: off  # greenlight.yml:6
                overrides:
                  - paths: ["db/V2*"]
                    rules:
                      drop-column: note  # greenlight.yml:10
                """);
    }

    @Test
    void whatIsPrintedIsAConfigurationThatMeansTheSame() {
        workspace.file("greenlight.yml", """
                timezone: Europe/Berlin
                fail-on: never
                histories:
                  - folder: "db"
                    layout: flyway
                    transaction: none
                    placeholders: {"a b": 'it''s "x"\\', c: "\\u2028\\e[31m", yes: "no"}
                    history: open
                rules: {create-index-blocks-writes: note}
                """);
        String printed = workspace.run("config").out();

        workspace.file("greenlight.yml", printed);

        assertThat(withoutComments(workspace.run("config").out())).isEqualTo(withoutComments(printed));
        assertThat(printed).doesNotContain("\u2028", "\u001b");
    }

    private static String withoutComments(String yaml) {
        return yaml.replaceAll("(?m)(^| +)# .*$", "");
    }

    @Test
    void aFirstConfigurationIsWrittenAndChangesNothing() {
        String before = workspace.run("lint").out();

        Outcome outcome = workspace.run("init");

        assertThat(outcome.out()).isEqualTo("greenlight.yml is written, with 1 history in it\n");
        assertThat(workspace.read("greenlight.yml"))
                .contains("  - folder: db  # 3 files, V1__orders.sql to V3__zone.sql\n    layout: flyway  # ");
        assertThat(workspace.read("greenlight.yml").lines().filter(line -> !line.isBlank()))
                .allMatch(line -> line.contains("#"));
        assertThat(workspace.run("lint").out()).isEqualTo(before);
        assertThat(workspace.run("init").err())
                .isEqualTo("greenlight: greenlight.yml is already there; --force writes it anew\n");
        assertThat(workspace.run("init", "--force").code()).isZero();
    }

    @Test
    void whatIsCommentedOutInAFirstConfigurationIsRightToo() {
        workspace.run("init");
        String all = workspace.read("greenlight.yml").replaceAll("(?m)^( *)# (?=[ a-z-]+:|  - )", "$1");

        workspace.file("greenlight.yml", all).file("schema.sql", "").file("greenlight-baseline.json", "");

        assertThat(all).contains("\nrules:", "\n    history: open");
        assertThat(workspace.run("config").err()).isEmpty();
    }

    @Test
    void whereNothingIsFoundAFirstConfigurationSaysHowToNameIt(@TempDir Path empty) {
        assertThat(new Workspace(empty).run("init").out()).contains("0 histories");
        assertThat(new Workspace(empty).read("greenlight.yml")).contains("# histories:\n#   - folder: db/migrations\n");
        assertThat(new Workspace(empty).run("config").code()).isZero();
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(workspace.run("config", "--schema").out()).startsWith("{\n").contains("\"drop-table\"");
    }
}
