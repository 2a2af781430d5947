package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrizzleLayoutTest {
    private static final String JOURNAL = "{\"entries\": [{\"idx\": 0, \"tag\" : \"0000_a\"}, {\"tag\":\"0001_b\"}]}";

    @Test
    void breakpoints_end_statements_as_semicolons_do() {
        MemoryTree tree = MemoryTree.of(Map.of(
                "d/meta/_journal.json",
                JOURNAL,
                "d/0000_a.sql",
                "CREATE TABLE t (a int)\n--> statement-breakpoint\nDROP TABLE t;--> statement-breakpoint\n"));
        Script script = ScriptReader.read(history(tree, "d").migrations()).getFirst();
        assertThat(script.entries())
                .extracting(entry -> entry.statement())
                .extracting(Statement::kind)
                .containsExactly("CREATE TABLE", "DROP TABLE");
    }

    @Test
    void a_lone_script_s_journal_is_looked_for() {
        MemoryTree tree =
                MemoryTree.of(Map.of("d/meta/_journal.json", JOURNAL, "d/0000_a.sql", "", "d/0001_b.sql", ""));
        MigrationHistory history = history(tree, "d/0001_b.sql");
        assertThat(history.layout()).isEqualTo("drizzle");
        assertThat(history.partial()).isTrue();
    }

    @Test
    void a_journal_that_is_none_names_nothing() {
        MemoryTree tree = MemoryTree.of(Map.of("d/meta/_journal.json", "{\"tag\": 7}", "d/0000_a.sql", ""));
        assertThat(history(tree, "d").layout()).isEqualTo("numbered");
    }

    @Test
    void what_comes_with_an_earlier_time_is_skipped_where_a_later_one_has_run() {
        DrizzleJournal journal = DrizzleJournal.parse("""
                {"version": "7", "entries": [
                    {"idx": 0, "when": 10, "tag": "0000_a"},
                    {"idx": 1, "when": 30, "tag": "0001_b"},
                    {"idx": 2, "when": 20, "tag": "0002_c"},
                    {"idx": 3, "when": 40, "tag": "0003_d"},
                    {"idx": 4, "tag": "0004_e"}]}
                """);
        assertThat(journal.tags()).containsExactly("0000_a", "0001_b", "0002_c", "0003_d", "0004_e");
        assertThat(journal.notes())
                .containsExactly("Drizzle skips 0002_c.sql where 0001_b.sql has run: its journal says that it is not"
                        + " later");
    }

    private static MigrationHistory history(MemoryTree tree, String path) {
        return Histories.find(tree, List.of(path), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst();
    }
}
