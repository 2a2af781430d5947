package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import dev.greenlight.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each statement of a file with marks goes its way, in the mode in which the tool sends it. */
class MarkedLayoutTest {

    @Test
    void goose_sends_what_is_between_begin_and_end_as_one_string() {
        List<String> told = told("1_a.sql", """
                -- a comment before, with a ' in it
                -- +goose NO TRANSACTION
                -- +goose Up
                VACUUM t;
                -- +goose StatementBegin
                TRUNCATE t; VACUUM t;
                -- +goose StatementEnd
                DROP TABLE t;
                -- +goose Down
                VACUUM u;
                """);
        assertThat(told)
                .containsExactly(
                        "UP VACUUM NONE",
                        "UP TRUNCATE TABLE IMPLICIT",
                        "UP VACUUM IMPLICIT",
                        "UP DROP TABLE NONE",
                        "DOWN VACUUM NONE");
    }

    @Test
    void goose_keeps_a_file_in_one_section_of_one_transaction() {
        String script =
                "-- +goose Up\r\n-- +goose StatementBegin\r\nVACUUM a;\r\n-- +goose StatementEnd\r\nVACUUM b;\r\n";
        assertThat(migrations("1_a.sql", script))
                .flatExtracting(Migration::sections)
                .hasSize(1);
        assertThat(told("1_a.sql", script)).containsExactly("UP VACUUM MIGRATION", "UP VACUUM MIGRATION");
    }

    @Test
    void goose_is_not_told_by_a_mark_that_does_not_begin_its_line() {
        assertThat(histories("1_a.sql", "  -- +goose Up\nVACUUM a;"))
                .extracting(MigrationHistory::layout)
                .containsExactly("numbered");
    }

    @Test
    void dbmate_sends_each_part_as_one_query() {
        assertThat(told("1_a.sql", """
                -- migrate:up
                TRUNCATE t;
                -- migrate:down transaction:false
                VACUUM t;
                --migrate:up transaction:false
                VACUUM t;
                -- migrate:down
                """))
                .containsExactly("UP TRUNCATE TABLE MIGRATION", "UP VACUUM IMPLICIT", "DOWN VACUUM IMPLICIT");
    }

    @Test
    void sql_migrate_goes_by_the_option_of_each_direction() {
        assertThat(told("a.sql", """
                -- +migrate Up notransaction
                VACUUM t;
                -- +migrate StatementBegin
                TRUNCATE t;
                -- +migrate StatementEnd
                -- +migrate Down
                DROP TABLE t;
                """))
                .containsExactly("UP VACUUM NONE", "UP TRUNCATE TABLE IMPLICIT", "DOWN DROP TABLE MIGRATION");
    }

    @Test
    void a_lone_file_runs_both_ways() {
        MigrationHistory history = Histories.find(
                        MemoryTree.of("db/1_a.sql", "-- +goose Up\n-- +goose Down\n"),
                        List.of("db/1_a.sql"),
                        HistoryOptions.RECOGNISED)
                .histories()
                .getFirst();
        assertThat(history.partial()).isTrue();
        assertThat(history.migrations()).extracting(Migration::direction).containsExactly(Direction.UP, Direction.DOWN);
    }

    private static List<String> told(String name, String script) {
        return ScriptReader.read(migrations(name, script)).stream()
                .flatMap(it -> it.entries().stream().map(entry -> told(it.migration(), entry)))
                .toList();
    }

    private static String told(Migration migration, Script.Entry entry) {
        Statement statement = entry.statement();
        return migration.direction() + " " + statement.kind() + " "
                + entry.section().transaction();
    }

    private static List<Migration> migrations(String name, String script) {
        return histories(name, script).getFirst().migrations();
    }

    private static List<MigrationHistory> histories(String name, String script) {
        return Histories.find(MemoryTree.of(name, script), List.of("."), HistoryOptions.RECOGNISED)
                .histories();
    }
}
