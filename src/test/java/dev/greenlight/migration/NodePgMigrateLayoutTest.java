package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its marks or its place in a manifest tell node-pg-migrate; what goes up and what goes down is between the marks. */
class NodePgMigrateLayoutTest {
    private static final String DEPENDS = "{\"dependencies\": {\"node-pg-migrate\" : \"^9.0.0\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            package.json      | {"dependencies": {"node-pg-migrate" : "9"}} | node-pg-migrate
            api/package.json  | {"devDependencies": {"node-pg-migrate":"8"}} | node-pg-migrate
            package.json      | {"name": "not-node-pg-migrate"}              | numbered
            web/package.json  | {"dependencies": {"node-pg-migrate" : "9"}} | numbered
            """)
    void the_nearest_manifest_tells(String path, String text, String layout) {
        assertThat(layout(Map.of(path, text))).isEqualTo(layout);
    }

    @ParameterizedTest
    @CsvSource({"api/package.json", "api/go.mod", "api/Cargo.toml"})
    void another_manifest_in_between_has_its_own_tools(String path) {
        assertThat(layout(Map.of(path, "{}", "package.json", DEPENDS))).isEqualTo("numbered");
    }

    @Test
    void a_folder_of_another_name_has_to_have_marks() {
        assertThat(layouts(Map.of("package.json", DEPENDS, "db/1_a.sql", "SELECT 1;")))
                .containsExactly("numbered");
        assertThat(layouts(Map.of("db/1_a.sql", "-- Up Migration\nSELECT 1;"))).containsExactly("node-pg-migrate");
    }

    @Test
    void a_heading_in_a_file_that_goes_one_way_is_no_mark() {
        assertThat(layouts(Map.of("db/1_a.up.sql", "-- Up migration: a table\nSELECT 1;", "db/1_a.down.sql", "")))
                .containsExactly("golang-migrate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- Up Migration; U; -- Down Migration; D;        | -- Up Migration; U;              | -- Down Migration; D;
            -- Down Migration; D; -- Up Migration; U;        | -- Up Migration; U;              | -- Down Migration; D;
            -- up   migration; U;                            | -- up   migration; U;            |
            X; -- Up Migration; U;                           | -- Up Migration; U;              |
            U; -- Down Migration; D;                         | U; -- Down Migration; D;         | -- Down Migration; D;
            U;                                               | U;                               |
            ------ UP MIGRATION; U; --down migration of it   | ------ UP MIGRATION; U;          | --down migration of it
            U; -- the up migration                           | U; -- the up migration           |
            """)
    void each_part_begins_at_its_mark(String script, String up, String down) {
        SourceFile file = SourceFile.of("1_a.sql", script.replace("; ", ";\n"));
        NodePgMigrateScript parts = NodePgMigrateScript.of(file);
        assertThat(file.text(parts.up()).strip()).isEqualTo(up.replace("; ", ";\n"));
        assertThat(parts.down().map(span -> file.text(span).strip()).orElse(null))
                .isEqualTo(down == null ? null : down.replace("; ", ";\n"));
    }

    @Test
    void long_runs_of_dashes_and_lines_take_no_time() {
        SourceFile file = SourceFile.of("1_a.sql", "--\n".repeat(60_000) + " \n".repeat(60_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(NodePgMigrateScript.isMarked(file)).isFalse());
    }

    @Test
    void pending_migrations_share_a_transaction_unless_a_script_says_otherwise() {
        Map<String, String> files = new HashMap<>(Map.of("migrations/1_a.sql", "", "package.json", DEPENDS));
        assertThat(histories(files).getFirst().sharesTransaction()).isTrue();
        files.put("package.json", DEPENDS + "\"node-pg-migrate up --no-single-transaction\"");
        assertThat(histories(files).getFirst().sharesTransaction()).isFalse();
        files.put("package.json", DEPENDS);
        files.put("migrations/2_b.up.sql", "");
        assertThat(histories(files).getFirst().sharesTransaction()).isFalse();
    }

    @Test
    void what_runs_down_and_up_is_noted() {
        assertThat(histories(Map.of("db/1_a.sql", "CREATE TABLE t (a int);\n-- Down Migration\nDROP TABLE t;"))
                        .getFirst()
                        .notes())
                .containsExactly("db/1_a.sql: node-pg-migrate runs all of it up, also what goes down: it has no"
                        + " -- Up Migration");
    }

    private static String layout(Map<String, String> others) {
        Map<String, String> files = new HashMap<>(others);
        files.put("api/migrations/1_a.sql", "CREATE TABLE t (a int);");
        List<String> layouts = layouts(files);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }

    private static List<String> layouts(Map<String, String> files) {
        return histories(files).stream().map(MigrationHistory::layout).toList();
    }

    private static List<MigrationHistory> histories(Map<String, String> files) {
        return Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED)
                .histories();
    }
}
