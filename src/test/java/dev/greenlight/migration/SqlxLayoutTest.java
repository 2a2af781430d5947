package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing but its traces tells sqlx from others, and what is no trace of it must not. */
class SqlxLayoutTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cargo.toml         | sqlx = { version = "0.8" }     | sqlx
            Cargo.toml         | sqlx.workspace = true          | sqlx
            api/Cargo.toml     | [dependencies.sqlx]            | sqlx
            .sqlx/query-1.json | {}                             | sqlx
            Cargo.toml         | tokio-postgres = "0.7"         | golang-migrate
            Cargo.toml         | name = "no-sqlx"               | golang-migrate
            other/Cargo.toml   | sqlx = "0.8"                   | golang-migrate
            README.md          | sqlx = "0.8"                   | golang-migrate
            """)
    void a_file_above_tells(String path, String text, String layout) {
        assertThat(layout(Map.of(path, text))).isEqualTo(layout);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- Add up migration script here     | sqlx
            -- Add migration script here        | sqlx
            -- no-transaction                   | sqlx
            -- Adds what is there               | golang-migrate
            -- see: Add migration script here   | golang-migrate
            """)
    void the_first_line_of_a_script_tells(String line, String layout) {
        assertThat(layout(Map.of("api/migrations/2_b.up.sql", line + "\nDROP TABLE t;")))
                .isEqualTo(layout);
    }

    @Test
    void a_go_module_in_between_has_its_own_tools() {
        assertThat(layout(Map.of("Cargo.toml", "sqlx = \"0.8\"", "api/go.mod", "module api")))
                .isEqualTo("golang-migrate");
    }

    @Test
    void what_lies_in_the_working_directory_is_not_above_a_folder_outside_of_it() {
        for (String folder : List.of("/srv/migrations", "../migrations", "../../x/migrations")) {
            assertThat(Folders.upwards(folder)).doesNotContain("");
        }
        assertThat(Folders.upwards("a/b")).containsExactly("a/b", "a", "");
        assertThat(Folders.upwards("")).containsExactly("");
    }

    private static String layout(Map<String, String> others) {
        Map<String, String> files = new HashMap<>(others);
        files.put("api/migrations/1_a.up.sql", "CREATE TABLE t (a int);");
        files.put("api/migrations/1_a.down.sql", "DROP TABLE t;");
        return Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst()
                .layout();
    }
}
