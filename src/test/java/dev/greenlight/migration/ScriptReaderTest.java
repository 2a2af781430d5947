package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

    @Test
    void scripts_come_in_the_order_of_migrations_and_statements_in_that_of_the_text() {
        MemoryTree tree = MemoryTree.of(Map.of(
                "10_c.sql", "DROP TABLE t;",
                "2_b.sql", "TRUNCATE t; VACUUM t",
                "1_a.sql", "-- nothing\n"));
        List<Script> scripts = ScriptReader.read(Histories.find(tree, List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst()
                .migrations());
        assertThat(scripts)
                .extracting(script -> script.migration().path())
                .containsExactly("1_a.sql", "2_b.sql", "10_c.sql");
        assertThat(scripts)
                .extracting(ScriptReaderTest::kinds)
                .containsExactly(List.of(), List.of("TRUNCATE TABLE", "VACUUM"), List.of("DROP TABLE"));
    }

    private static List<String> kinds(Script script) {
        return script.entries().stream()
                .map(Script.Entry::statement)
                .map(Statement::kind)
                .toList();
    }
}
