package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories.Inputs;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project says itself that a folder is for another database, and is believed. */
class OtherDatabasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d/1_a/migration.sql | d/migration_lock.toml  | provider = "mysql"                                    | d/migration_lock.toml says mysql
            d/1_a/migration.sql | d/migration_lock.toml  | provider = "postgresql"                               |
            d/0000_a.sql        | d/meta/_journal.json   | {"dialect": "sqlite", "entries": [{"tag": "0000_a"}]} | d/meta/_journal.json says sqlite
            d/0000_a.sql        | d/meta/_journal.json   | {"dialect": "pg", "entries": [{"tag": "0000_a"}]}     |
            d/deploy/a.sql      | d/sqitch.conf          | [core] engine = mysql                                 | d/sqitch.conf says mysql
            d/deploy/a.sql      | d/sqitch.conf          | [core] engine = mysql [engine "pg"] target = x        |
            """)
    void a_folder_for_another_database_is_left_out(String script, String path, String text, String said) {
        Inputs inputs = find(Map.of(
                script,
                "CREATE TABLE t (a int) ENGINE = InnoDB;",
                path,
                text.replace("] ", "]\n").replace(" [e", "\n[e"),
                "d/sqitch.plan",
                "a 2024-01-31T12:00:00Z Ada <ada@shop.example>\n"));
        if (said == null) {
            assertThat(inputs.histories()).hasSize(1);
            assertThat(inputs.notes()).isEmpty();
        } else {
            assertThat(inputs.histories()).isEmpty();
            assertThat(inputs.notes())
                    .containsExactly("d is not for PostgreSQL and is left out: " + said.replace("d/", ""));
        }
    }

    @Test
    void what_is_beside_it_is_found() {
        Inputs inputs = find(Map.of(
                "mysql/1_a/migration.sql", "",
                "mysql/migration_lock.toml", "provider = \"mysql\"",
                "postgresql/1_a/migration.sql", "",
                "postgresql/migration_lock.toml", "provider = \"postgresql\""));
        assertThat(inputs.histories()).extracting(MigrationHistory::folder).containsExactly("postgresql");
        assertThat(inputs.notes()).hasSize(1);
    }

    @Test
    void a_script_that_is_named_is_read_all_the_same() {
        MemoryTree tree =
                MemoryTree.of(Map.of("d/1_a/migration.sql", "", "d/migration_lock.toml", "provider = \"mysql\""));
        assertThat(Histories.find(tree, List.of("d/1_a/migration.sql"), HistoryOptions.RECOGNISED)
                        .histories())
                .hasSize(1);
    }

    private static Inputs find(Map<String, String> files) {
        return Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED);
    }
}
