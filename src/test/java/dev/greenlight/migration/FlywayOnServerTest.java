package dev.greenlight.migration;

import static dev.greenlight.migration.RealFlyway.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.RealFlyway.Run;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the real Flyway runs what Greenlight says, in that order and in those transactions. */
@Tag("postgres")
class FlywayOnServerTest {
    private static final String MIXED = "CREATE TABLE t (a int);\nCREATE INDEX CONCURRENTLY i ON t (a);\n";

    private static final String SCHEMAS = "SELECT nspname::text FROM pg_namespace WHERE nspname <> 'log' ORDER BY 1";
    private static final String HISTORY = """
            SELECT concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull)
            FROM pg_attribute WHERE attrelid = 'app.flyway_schema_history'::regclass AND attnum > 0 ORDER BY attnum
            """;

    @TempDir
    private Path folder;

    private RealFlyway flyway;

    @BeforeEach
    void begin() throws SQLException {
        flyway = new RealFlyway();
    }

    @AfterEach
    void end() throws SQLException {
        flyway.close();
    }

    @Test
    void versions_run_by_number_and_repeatables_by_description() throws Exception {
        scripts("V2_1__c V1__a V10__j V1.5__b sub/V3__d V4 V007__g U3__d v5__e V6_f V__x V1..8__x R__z R__b R__b_a");
        scripts("sub/deeper/R__0 R notes seed VX__y V11__with__more__words B__x Q2__q");
        agree(Map.of());
    }

    @Test
    void prefixes_separators_and_suffixes_may_be_others() throws Exception {
        write("mig-1.0--a_b.pgsql", says("mig-1.0--a_b.pgsql"));
        write("mig-2--b.sql", says("mig-2--b.sql"));
        write("mig-3__c.sql", says("mig-3__c.sql"));
        write("V4--d.sql", says("V4--d.sql"));
        write("again--b.PGSQL", says("again--b.PGSQL"));
        write("afterMigrate--x.sql", says("afterMigrate--x.sql"));
        agree(Map.of(
                "flyway.sqlMigrationPrefix", "mig-",
                "flyway.sqlMigrationSeparator", "--",
                "flyway.repeatableSqlMigrationPrefix", "again",
                "flyway.sqlMigrationSuffixes", ".pgsql,.sql"));
    }

    @Test
    void the_prefix_may_be_empty() throws Exception {
        scripts("1__a 2.1__b 10__c R__r afterMigrate seed");
        agree(Map.of("flyway.sqlMigrationPrefix", ""));
    }

    @Test
    void several_locations_are_one_history() throws Exception {
        scripts("a/V1__a a/R__z b/V2__b b/R__y b/below/V3__c c/notes");
        agree(Map.of("flyway.locations", "filesystem:a,filesystem:b"));
    }

    @Test
    void callbacks_surround_the_migrations() throws Exception {
        scripts(
                "V1__a V2__b R__r afterMigrate afterMigrate__2 afterMigrate__1 beforeMigrate beforeMigrate__x afterConnect");
        scripts("beforeValidate afterValidate createSchema beforeCreateSchema afterVersioned beforeRepeatables");
        scripts("afterMigrateApplied afterMigrateError beforeUndo beforeClean afterInfo beforeRepair beforeBaseline");
        assertThat(migrate(Map.of())).isEmpty();
        assertThat(new LinkedHashSet<>(flyway.runs())).containsExactlyElementsOf(planned());
    }

    @Test
    void callbacks_for_each_migration_are_played_once() throws Exception {
        scripts("V1__a V2__b V3__c beforeEachMigrate afterEachMigrate beforeMigrate");
        assertThat(migrate(Map.of())).isEmpty();
        List<Run> runs = flyway.runs();
        assertThat(runs.stream().filter(run -> run.script().equals("beforeEachMigrate.sql")))
                .hasSize(3);
        List<String> firstBeforeAndLastAfter = new ArrayList<>();
        for (Run run : runs) {
            if (run.script().startsWith("afterEach")) {
                firstBeforeAndLastAfter.remove(run.script());
            }
            firstBeforeAndLastAfter.add(run.script());
        }
        assertThat(planned().stream().map(Run::script))
                .containsExactlyElementsOf(new LinkedHashSet<>(firstBeforeAndLastAfter));
    }

    @Test
    void a_baseline_begins_where_no_version_is_below_it() throws Exception {
        scripts("B1__a B2__b V3__c");
        agree(Map.of());
    }

    @Test
    void a_baseline_is_skipped_where_versions_below_it_ran() throws Exception {
        scripts("V1__a V2__b");
        assertThat(migrate(Map.of())).isEmpty();
        scripts("B2__x V3__c");
        assertThat(migrate(Map.of())).isEmpty();
        assertThat(flyway.runs()).isEqualTo(planned());
        assertThat(history().notes())
                .containsExactly("B2__x.sql: a baseline migration is skipped where versions up to its own are there");
    }

    @ParameterizedTest
    @CsvSource({
        "V1__a V1.0__b, versions",
        "db/x/R__a db/y/R__a, repeatable",
        "V1__a x/beforeMigrate y/beforeMigrate, callback",
    })
    void what_is_there_twice_is_refused(String names, String what) throws Exception {
        scripts(names);
        assertThat(migrate(Map.of())).isPresent();
        assertThat(flyway.runs()).isEmpty();
        assertThat(history().notes())
                .singleElement()
                .asString()
                .startsWith("Flyway refuses several")
                .contains(what.substring(0, 7));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "mixed=true, -",
                "-, executeInTransaction=false",
                "mixed=true, executeInTransaction=false",
                "executeInTransaction=false, -",
            })
    void settings_decide_what_runs_in_a_transaction(String setting, String ofScript) throws Exception {
        Map<String, String> settings = setting(setting);
        write("V1__a.sql", says("V1__a.sql"));
        write("V2__b.sql", MIXED + says("V2__b.sql"));
        write("V3__c.sql", "VACUUM log.said;\nVACUUM log.said;\n");
        write("afterMigrate.sql", says("afterMigrate.sql"));
        if (ofScript != null) {
            write("V2__b.sql.conf", ofScript);
        }
        configure(settings);
        Optional<String> refusal = migrate(settings);
        assertThat(refusal.isPresent())
                .isEqualTo(history().notes().stream().anyMatch(note -> note.contains("Flyway refuses")));
        if (refusal.isEmpty()) {
            assertThat(flyway.runs())
                    .isEqualTo(planned().stream()
                            .filter(run -> !run.script().startsWith("V3"))
                            .toList());
            assertThat(mode("V3__c.sql")).isEqualTo(TransactionMode.NONE);
        } else {
            assertThat(refusal)
                    .hasValueSatisfying(message -> assertThat(message).contains("mixed is false"));
        }
    }

    @Test
    void a_script_that_has_to_run_in_a_transaction_may_fail_there() throws Exception {
        write("V1__a.sql", MIXED);
        write("V1__a.sql.conf", "executeInTransaction=true");
        assertThat(migrate(Map.of()))
                .hasValueSatisfying(message -> assertThat(message).contains("25001"));
        assertThat(history().notes()).isEmpty();
        assertThat(mode("V1__a.sql")).isEqualTo(TransactionMode.MIGRATION);
    }

    @Test
    void a_script_cannot_undo_what_is_set_for_all() throws Exception {
        write("V1__a.sql", says("V1__a.sql"));
        write("V1__a.sql.conf", "executeInTransaction=true");
        agree(Map.of("flyway.executeInTransaction", "false"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "${name} ${NAME} $name ${a.b} ${a-b} ${empty}. | -",
                "${flyway:filename} ${flyway:table} ${flyway:defaultSchema} ${FLYWAY:Table} | -",
                "${flyway:table} ${name} | table=migrations",
                "@{name} ${name} | placeholderPrefix=@{",
                "%name% ${name} | placeholderPrefix=%;placeholderSuffix=%",
                "${flyway.table} | placeholderSeparator=.",
                "${name} ${other} | placeholderReplacement=false",
            })
    void placeholders_are_filled_in_wherever_they_stand(String text, String setting) throws Exception {
        Map<String, String> settings = new HashMap<>(setting(setting));
        settings.put("flyway.placeholders.Name", "it''s {name}");
        settings.put("flyway.placeholders.a.b", "dotted");
        settings.put("flyway.placeholders.a-b", "dashed");
        settings.put("flyway.placeholders.empty", "");
        write("V1__a.sql", """
                -- %1$s
                INSERT INTO log.value (value) VALUES ('%1$s'); /* %1$s */
                INSERT INTO log.value (value) VALUES ($$%1$s$$);
                """.formatted(text));
        configure(settings);
        assertThat(migrate(settings)).isEmpty();
        assertThat(replayed()).isEqualTo(flyway.values());
    }

    @Test
    void a_script_may_keep_its_placeholders() throws Exception {
        Map<String, String> settings = Map.of("flyway.placeholders.name", "value");
        write("V1__a.sql", "INSERT INTO log.value (value) VALUES ('${name}');");
        write("V2__a.sql", "INSERT INTO log.value (value) VALUES ('${name}');");
        write("V2__a.sql.conf", "placeholderReplacement=false");
        configure(settings);
        assertThat(migrate(settings)).isEmpty();
        assertThat(flyway.values()).containsExactly("value", "${name}");
        assertThat(replayed()).isEqualTo(flyway.values());
    }

    @Test
    void blanks_are_part_of_a_placeholder_s_name() throws Exception {
        Map<String, String> settings = Map.of("flyway.placeholders.name", "value");
        write("V1__a.sql", "INSERT INTO log.value (value) VALUES ('${ name }');");
        configure(settings);
        assertThat(migrate(settings))
                .hasValueSatisfying(message -> assertThat(message).contains("No value provided"));
        assertThat(history().migrations().getFirst().file().text()).contains("${ name }");
    }

    @ParameterizedTest
    @CsvSource({"defaultSchema, app", "schemas, 'app,other'"})
    void the_first_schema_is_made_and_comes_first_in_the_search_path(String key, String value) throws Exception {
        Map<String, String> settings = Map.of("flyway." + key, value);
        write("V1__a.sql", "CREATE TABLE t (a int);");
        write("V2__b.sql", "INSERT INTO log.value (value) VALUES ('${flyway:defaultSchema}');");
        configure(settings);
        assertThat(migrate(settings)).isEmpty();
        assertThat(flyway.query("SELECT schemaname::text FROM pg_tables WHERE tablename = 't'"))
                .containsExactly("app");
        assertThat(replayed()).isEqualTo(flyway.values());
        try (RealFlyway other = new RealFlyway()) {
            other.execute(history().prelude().getFirst().file().text());
            assertThat(other.query(SCHEMAS)).isEqualTo(flyway.query(SCHEMAS));
            assertThat(other.query(HISTORY)).isNotEmpty().isEqualTo(flyway.query(HISTORY));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "flyway-conf | billing | -",
                "flyway-toml | shop | locations=filesystem:migrations,filesystem:callbacks;schemas=shop,audit;"
                        + "placeholderPrefix=@{;placeholders.owner=shop_owner",
                "flyway-spring/app | public | locations=filesystem:src/main/resources/db/migration,"
                        + "filesystem:src/main/resources/db/dialect/postgresql;sqlMigrationPrefix=M;placeholders.app-schema=notes",
                "flyway-spring/legacy | public | repeatableSqlMigrationPrefix=Again;placeholderReplacement=false",
            })
    void the_fixtures_run_as_they_say(String project, String schema, String setting) throws Exception {
        Path path = Path.of("test-fixtures/layouts").resolve(project).toAbsolutePath();
        Path conf = path.resolve("conf/flyway.conf");
        Map<String, String> settings =
                Files.exists(conf) ? new HashMap<>(PropertiesText.entries(Files.readString(conf))) : setting(setting);
        settings.remove("flyway.url");
        assertThat(flyway.migrate(path, settings)).isEmpty();
        List<String> names = history(path).migrations().stream()
                .map(migration -> Path.of(migration.path()).getFileName().toString())
                .filter(name -> !name.startsWith("before") && !name.startsWith("after"))
                .toList();
        assertThat(flyway.history(schema)).isEqualTo(names);
    }

    private void agree(Map<String, String> settings) throws Exception {
        configure(settings);
        assertThat(migrate(settings)).isEmpty();
        assertThat(flyway.runs()).isNotEmpty().isEqualTo(planned());
    }

    private Optional<String> migrate(Map<String, String> settings) throws SQLException {
        return flyway.migrate(folder, settings);
    }

    /** What Greenlight says will run. */
    private List<Run> planned() {
        return history().migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .map(migration -> new Run(
                        Path.of(migration.path()).getFileName().toString(),
                        migration.transaction() == TransactionMode.MIGRATION))
                .toList();
    }

    private TransactionMode mode(String path) {
        return history().migrations().stream()
                .filter(migration -> migration.path().equals(path))
                .findFirst()
                .orElseThrow()
                .transaction();
    }

    private MigrationHistory history() {
        return history(folder);
    }

    private static MigrationHistory history(Path project) {
        List<MigrationHistory> histories = Histories.find(
                        DiskTree.below(project), List.of("."), HistoryOptions.RECOGNISED)
                .histories();
        assertThat(histories).hasSize(1);
        assertThat(histories.getFirst().layout()).isEqualTo("flyway");
        return histories.getFirst();
    }

    /** The values that the texts give which Greenlight reads. */
    private List<String> replayed() throws SQLException {
        try (RealFlyway other = new RealFlyway()) {
            for (Migration migration : history().migrations()) {
                other.execute(migration.file().text());
            }
            return other.values();
        }
    }

    private static Map<String, String> setting(String settings) {
        Map<String, String> all = new HashMap<>();
        if (settings != null) {
            Arrays.stream(settings.split(";"))
                    .map(setting -> setting.split("=", 2))
                    .forEach(setting -> all.put("flyway." + setting[0], setting[1]));
        }
        return all;
    }

    /** Tells Greenlight what Flyway is told. */
    private void configure(Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        write("flyway.conf", text.toString());
    }

    /** Scripts that say that they run. */
    private void scripts(String names) throws IOException {
        for (String name : names.split(" ")) {
            String file = name + ".sql";
            write(file, says(file.substring(file.lastIndexOf('/') + 1)));
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
