package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who says which layout files are in is believed: what would hint at it or against it does not matter. */
class ToldLayoutTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            golang-migrate  | d/1_a.up.sql, d/x.sql, d/y.sql, d/z.sql  | unknown        | d/1_a.up.sql
            goose           | d/2_b.sql, d/10_a.sql                    | numbered       | d/2_b.sql, d/10_a.sql
            dbmate          | d/2_b.sql, d/10_a.sql                    | numbered       | d/10_a.sql, d/2_b.sql
            sql-migrate     | d/b.sql, d/a.sql                         | unknown        | d/a.sql, d/b.sql
            sqlx            | d/1_a.up.sql, d/2_b.sql                  | golang-migrate | d/1_a.up.sql, d/2_b.sql
            diesel          | d/b_x/up.sql, d/a_y/up.sql               | unknown        | d/a_y/up.sql, d/b_x/up.sql
            prisma          | d/b/migration.sql, d/a/migration.sql     | unknown        | d/a/migration.sql, d/b/migration.sql
            supabase        | d/2_b.sql, d/10_a.sql                    | numbered       | d/10_a.sql, d/2_b.sql
            hasura          | d/10_b/up.sql, d/2_a/up.sql              | diesel         | d/2_a/up.sql, d/10_b/up.sql
            node-pg-migrate | d/2_b.sql, d/10_a.sql                    | numbered       | d/2_b.sql, d/10_a.sql
            popx            | d/2_b.up.sql, d/10_a.up.sql              | golang-migrate | d/10_a.up.sql, d/2_b.up.sql
            numbered        | d/1_a.sql, d/x.sql, d/y.sql              | unknown        | d/1_a.sql
            """)
    void files_are_taken_as_somebody_says(String layout, String paths, String recognised, String taken) {
        MemoryTree tree = tree(paths);
        assertThat(Histories.find(tree, List.of("."), HistoryOptions.RECOGNISED).histories())
                .extracting(MigrationHistory::layout)
                .containsExactly(recognised);
        assertThat(files(plans(layout, tree))).containsExactly(taken.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"drizzle, b, 'd/b.sql'", "temporal, v1.2/b, 'd/v1.2/b.sql'"})
    void what_says_what_runs_has_to_be_there_all_the_same(String layout, String name, String taken) {
        MemoryTree without = tree("d/" + name + ".sql");
        assertThat(plans(layout, without)).isEmpty();
        MemoryTree with = MemoryTree.of(Map.of(
                "d/meta/_journal.json",
                "{\"entries\": [{\"tag\": \"b\"}]}",
                "d/v1.2/manifest.json",
                "{\"SchemaUpdateCqlFiles\": [\"b.sql\"]}",
                "d/" + name + ".sql",
                ""));
        assertThat(files(plans(layout, with))).containsExactly(taken);
    }

    private static MemoryTree tree(String paths) {
        return MemoryTree.of(Stream.of(paths.split(", ")).collect(Collectors.toMap(Function.identity(), path -> "")));
    }

    private static List<Plan> plans(String id, MemoryTree tree) {
        List<Entry> entries = tree.list("");
        return MigrationLayouts.KNOWN.stream()
                .filter(layout -> layout.id().equals(id))
                .flatMap(layout -> layout.plans(FoundFiles.of(tree, entries).told()).stream())
                .toList();
    }

    private static List<String> files(List<Plan> plans) {
        assertThat(plans).hasSize(1);
        return plans.getFirst().migrations().stream()
                .map(it -> it.file().path())
                .toList();
    }
}
