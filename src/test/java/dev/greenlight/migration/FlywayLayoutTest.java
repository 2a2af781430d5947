package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.MemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayLayoutTest {
    private static final String FOLDER = "app/src/main/resources/db/migration/";
    private static final String TEXT = "SELECT '${name}', '${NAME}', '${flyway:defaultSchema}';";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "flyway.conf                                  | flyway.placeholders.name=it",
                "conf/flyway.conf                             | flyway.placeholders.name=it",
                "app/flyway.toml                              | flyway.placeholders.name = 'it'",
                "app/src/main/resources/application.properties| spring.flyway.placeholders.name=it",
                "app/src/main/resources/application.yml       | spring.flyway.placeholders.name: it",
                "app/src/main/resources/config/application.yaml | spring.flyway.placeholders.name: it",
                "app/src/main/resources/db/flyway.conf        | flyway.placeholders.name=it",
            })
    void a_configuration_is_found_at_the_migrations_or_above(String path, String text) {
        Map<String, String> files = Map.of(FOLDER + "V1__a.sql", TEXT, path, text);
        for (String given : List.of(".", FOLDER, FOLDER + "V1__a.sql")) {
            assertThat(sent(files, given, Map.of())).isEqualTo("SELECT 'it', 'it', 'public';");
        }
    }

    @Test
    void the_nearest_that_speaks_of_flyway_is_the_one() {
        Map<String, String> files = Map.of(
                FOLDER + "V1__a.sql",
                TEXT,
                "app/src/main/resources/application.yml",
                "server.port: 80",
                "app/flyway.conf",
                "flyway.placeholders.name=near",
                "flyway.conf",
                "flyway.placeholders.name=far");
        assertThat(sent(files, ".", Map.of())).isEqualTo("SELECT 'near', 'near', 'public';");
    }

    @Test
    void an_application_yml_that_is_not_understood_is_told_if_it_speaks_of_flyway() {
        String application = "app/src/main/resources/application.yml";
        MigrationHistory history =
                only(Map.of(FOLDER + "V1__a.sql", TEXT, application, "spring:\n  flyway:\n    table: [a\n"));
        assertThat(history.notes())
                .containsExactly(application + ": is not understood, and what it tells Flyway is not known (line 4: not"
                        + " YAML: expected ',' or ']', but got <stream end>)");
        assertThat(only(Map.of(FOLDER + "V1__a.sql", TEXT, application, "server: [a\n"))
                        .notes())
                .isEmpty();
    }

    @Test
    void what_lies_above_the_repository_tells_nothing() {
        Map<String, String> files =
                Map.of("app/.git/HEAD", "", FOLDER + "V1__a.sql", TEXT, "flyway.conf", "flyway.placeholders.name=far");
        assertThat(sent(files, FOLDER, Map.of())).isEqualTo("SELECT '${name}', '${NAME}', 'public';");
    }

    @Test
    void what_the_environment_decides_is_not_known() {
        Map<String, String> files = Map.of(
                FOLDER + "V1__a.sql",
                TEXT,
                "flyway.conf",
                "flyway.placeholders.name=${NAME}\nflyway.sqlMigrationPrefix=${PREFIX}\nflyway.locations=${LOCATIONS}");
        assertThat(sent(files, ".", Map.of())).isEqualTo("SELECT '${name}', '${NAME}', 'public';");
    }

    @Test
    void what_greenlight_is_told_wins() {
        Map<String, String> files =
                Map.of(FOLDER + "V1__a.sql", TEXT, "flyway.conf", "flyway.placeholders.name=it\nflyway.schemas=app");
        assertThat(sent(files, ".", Map.of("Name", "other", "flyway:defaultSchema", "mine")))
                .isEqualTo("SELECT 'other', 'other', 'mine';");
    }

    @Test
    void a_profile_s_folder_runs_with_the_locations_beside_it() {
        MigrationHistory history = only(Map.of(
                "db/migration/V1__a.sql",
                "",
                "db/dev/V1000__seed.sql",
                "",
                "flyway.conf",
                "flyway.locations=filesystem:db/migration"));
        assertThat(history.migrations()).extracting(Migration::version).containsExactly("1", "1000");
    }

    @Test
    void locations_that_are_not_there_or_not_understood_tell_nothing() {
        for (String locations :
                List.of("filesystem:none", "classpath:db/**", "s3:bucket", "filesystem:../up", "filesystem:")) {
            MigrationHistory history = only(
                    Map.of("sql/V1__a.sql", "", "sql/V2__b.sql", "", "flyway.conf", "flyway.locations=" + locations));
            assertThat(history.migrations()).hasSize(2);
        }
    }

    @Test
    void a_tree_without_flyway_s_files_is_not_looked_into() {
        Map<String, String> files = new HashMap<>();
        files.put("src/main/resources/application.yml", "spring.flyway.sql-migration-prefix: \"\"");
        files.put("scripts/1__a.sql", "");
        files.put("scripts/2__b.sql", "");
        assertThat(new FlywayLayout().plans(FoundFiles.of(MemoryTree.of(files), entries(files))))
                .isEmpty();
    }

    @Test
    void where_somebody_has_said_so_the_share_of_names_does_not_matter() {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("V1__a", "seed", "notes", "setup", "grants")) {
            files.put("sql/" + name + ".sql", "");
        }
        FoundFiles found = FoundFiles.of(MemoryTree.of(files), entries(files));
        assertThat(new FlywayLayout().plans(found)).isEmpty();
        assertThat(new FlywayLayout().plans(found.told()))
                .singleElement()
                .satisfies(plan -> assertThat(plan.migrations())
                        .extracting(planned -> planned.file().path())
                        .containsExactly("sql/V1__a.sql"));
    }

    @Test
    void a_named_file_of_another_suffix_is_part_of_its_history() {
        Map<String, String> files = Map.of(
                "db/V1__a.pgsql",
                "SELECT 1;",
                "db/V2__b.pgsql",
                "SELECT 1;",
                "flyway.conf",
                "flyway.sqlMigrationSuffixes=.pgsql");
        assertThat(only(files).migrations()).hasSize(2);
        assertThat(Histories.find(MemoryTree.of(files), List.of("db"), HistoryOptions.RECOGNISED)
                        .notes())
                .isEmpty();
    }

    private static List<Entry> entries(Map<String, String> files) {
        return files.keySet().stream().map(Entry::new).toList();
    }

    private static MigrationHistory only(Map<String, String> files) {
        List<MigrationHistory> histories = Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED)
                .histories();
        assertThat(histories).hasSize(1);
        return histories.getFirst();
    }

    private static String sent(Map<String, String> files, String path, Map<String, String> given) {
        HistoryOptions options = new HistoryOptions(Optional.empty(), Optional.empty(), given);
        return Histories.find(MemoryTree.of(files), List.of(path), options)
                .histories()
                .getFirst()
                .migrations()
                .getFirst()
                .file()
                .text();
    }
}
