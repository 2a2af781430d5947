package dev.greenlight.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.Threshold;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.lint.config.ConfigurationReader.Read;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.source.SourceFile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a configuration, and what is said of what may not. */
final class ConfigurationReaderTest {
    @Test
    void everyKeyIsReadWithItsPlace() {
        Configuration configuration = read("""
                postgres-version: 16
                timezone: Europe/Berlin
                default-search-path: [app, public]
                fail-on: yellow
                history: closed
                baseline-schema: schema.sql
                baseline: known.json
                """);

        assertThat(configuration.postgresVersion()).contains(setting(version("16"), 1));
        assertThat(configuration.timezone()).contains(setting(ZoneId.of("Europe/Berlin"), 2));
        assertThat(configuration.defaultSearchPath()).contains(setting(List.of("app", "public"), 3));
        assertThat(configuration.failOn()).contains(setting(Threshold.YELLOW, 4));
        assertThat(configuration.history()).contains(setting(Openness.CLOSED, 5));
        assertThat(configuration.baselineSchema()).contains(setting(List.of("conf/schema.sql"), 6));
        assertThat(configuration.baseline()).contains(setting("conf/known.json", 7));
    }

    @Test
    void aHistorySaysWhatIsKnownOfItsFolder() {
        ConfiguredHistory history = read("""
                histories:
                  - folder: ../db/migrations
                    layout: flyway
                    transaction: none
                    placeholders:
                      schema: app
                      "tab.le": 7
                      nothing:
                    baseline-schema:
                      - a.sql
                      - b.sql
                    history: open
                    default-search-path: app
                """).histories().getFirst();

        assertThat(history.folder()).isEqualTo(setting("db/migrations", 2));
        assertThat(history.layout()).contains(setting("flyway", 3));
        assertThat(history.transaction()).contains(setting(TransactionMode.NONE, 4));
        assertThat(history.placeholders())
                .isEqualTo(Map.of("schema", setting("app", 6), "tab.le", setting("7", 7), "nothing", setting("", 8)));
        assertThat(history.baselineSchema()).contains(setting(List.of("conf/a.sql", "conf/b.sql"), 9));
        assertThat(history.history()).contains(setting(Openness.OPEN, 12));
        assertThat(history.defaultSearchPath()).contains(setting(List.of("app"), 13));
    }

    @Test
    void whatTheApplicationRequiresIsReadWithItsPlace() {
        assertThat(read("""
                require:
                  tables:
                    orders: [id, total]
                    app.customers:
                      required: id
                      optional: [note, phone]
                    tags:
                """).require())
                .contains(new Requirements(List.of(
                        new Requirements.Table("orders", "conf/greenlight.yml:3", List.of("id", "total"), List.of()),
                        new Requirements.Table(
                                "app.customers", "conf/greenlight.yml:4", List.of("id"), List.of("note", "phone")),
                        new Requirements.Table("tags", "conf/greenlight.yml:7", List.of(), List.of()))));
    }

    @Test
    void theLastChoiceForAFileCountsAndOneForSomeBeforeOneForAll() {
        Configuration configuration = read("""
                overrides:
                  - paths: db/legacy
                    rules: {drop-table: off, drop-column: note}
                  - paths: ["*_seed.sql", "db/**/2019*.sql"]
                    rules: {drop-column: red}
                rules:
                  drop-table: yellow
                """);

        assertThat(configuration.rule("drop-table", "conf/db/1.sql")).contains(RuleSetting.YELLOW);
        assertThat(configuration.rule("drop-table", "conf/db/legacy/1.sql")).contains(RuleSetting.OFF);
        assertThat(configuration.rule("drop-column", "conf/db/legacy/deep/1.sql"))
                .contains(RuleSetting.NOTE);
        assertThat(configuration.rule("drop-column", "conf/db/legacy/1_seed.sql"))
                .contains(RuleSetting.RED);
        assertThat(configuration.rule("drop-column", "conf/db/x/20190101.sql")).contains(RuleSetting.RED);
        assertThat(configuration.rule("drop-column", "db/legacy/1.sql")).isEmpty();
        assertThat(configuration.rule("drop-view", "conf/db/legacy/1.sql")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# nothing yet\n",
                "---\n",
                "rules:\n",
                "histories:\n",
                "overrides:\n",
                "histories: []\n",
                "overrides:\n  - paths: a\n"
            })
    void whatSaysNothingIsNoMistake(String text) {
        assertThat(problems(text)).isEmpty();
        assertThat(read(text).rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'fail_on: red' | 1: there is no key fail_on; did you mean fail-on?",
                "'a: 1\nlayout: x' | 1: there is no key a; known are against, baseline, baseline-schema, default-search-path, fail-on, histories, history, overrides, postgres-version, require, rules, stats, tables, timezone",
                "'postgres-version: 11' | 1: postgres-version has to be a major version, 12 to 18, not 11",
                "'postgres-version: [16]' | 1: postgres-version has to be a major version, 12 to 18, not a list",
                "'postgres-version:' | 1: postgres-version has to be a major version, 12 to 18, not nothing",
                "'timezone: Europe/Belin' | 1: timezone has to be a zone such as Europe/Berlin, not Europe/Belin",
                "'\nfail-on: reed' | 2: fail-on has to be red, yellow or never, not reed; did you mean red?",
                "'fail-on: {red: 1}' | 1: fail-on has to be red, yellow or never, not keys with values",
                "'histories: db' | 1: histories has to be a list of folders, each with what is known of it, not a single value",
                "'histories:\n  - layout: flyway' | 2: a history needs its folder",
                "'histories:\n  - folder: db\n    layout: flywai' | 3: layout has to be %LAYOUTS%, not flywai; did you mean flyway?",
                "'histories:\n  - folder: db\n    dialect: x' | 3: there is no key dialect; known are baseline-schema, default-search-path, folder, history, layout, placeholders, transaction",
                "'histories:\n  - folder: db\n    placeholders: {a: [1]}' | 3: the placeholder a has to have a single value",
                "'rules: off' | 1: rules has to be rules, each with off, note, yellow or red, not a single value",
                "'rules:\n  drop-tabel: off' | 2: there is no rule drop-tabel; did you mean drop-table?",
                "'rules:\n  drop-table: of' | 2: drop-table has to be off, note, yellow or red, not of; did you mean off?",
                "'overrides:\n  - rules: {drop-table: off}' | 2: an override needs the paths that it is for",
                "'overrides:\n  - paths: ''a[''\n    rules: {drop-table: off}' | 2: a[ is no pattern of paths",
                "'- a' | 1: here have to be keys with values, not a list",
                "'fail-on: red\nfail-on: red' | 2: fail-on is already given in line 1",
                "'fail-on: [red' | 1: not YAML: expected ',' or ']', but got <stream end>",
                "'a: &x 1' | 1: anchors (&) and aliases (*) are not followed: write the value where it belongs"
            })
    void aMistakeIsToldWithItsLineAndWhatWouldBeRight(String text, String problem) {
        String layouts = Words.or(Histories.layouts());
        assertThat(problems(text)).contains("conf/greenlight.yml:" + problem.replace("%LAYOUTS%", layouts));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problems("fail-on: blue\nrules:\n  x: off\nhistory: shut\n")).hasSize(3);
    }

    @Test
    void endlessNestingEnds() {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly("conf/greenlight.yml:1: nested more than 50 deep");
    }

    private static PostgresVersion version(String text) {
        return PostgresVersion.parse(text).orElseThrow();
    }

    private static <T> Setting<T> setting(T value, int line) {
        return new Setting<>(value, "conf/greenlight.yml:" + line);
    }

    private static Configuration read(String text) {
        Read read = ConfigurationReader.read(SourceFile.of("conf/greenlight.yml", text));
        assertThat(read.problems()).isEmpty();
        assertThat(read.configuration().file()).isEqualTo(Optional.of("conf/greenlight.yml"));
        return read.configuration();
    }

    private static List<String> problems(String text) {
        return ConfigurationReader.read(SourceFile.of("conf/greenlight.yml", text)).problems().stream()
                .map(ConfigurationProblem::toString)
                .toList();
    }
}
