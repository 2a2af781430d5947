package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.AtlasSum.Summed;
import dev.greenlight.source.MemoryTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasLayoutTest {
    /** Of a folder of Atlas' own tests (sql/migrate/testdata/partial-checkpoint, Apache License 2.0). */
    private static final String SUM = """
            h1:POfbsH2G2GIXAZQ2CdPa5ufTxcLpcnperz/gX0Vw6Uk=
            1_first.sql h1:uJ2MyyeTqXx4rCqtRMQAvRrfsvdwmvsZ3LcadVvCdOc=
            2_second.sql h1:TLO00GtsqSi8o0ySoaofBqxemrElL8fHOs3IRnqYvB8=
            3_checkpoint.sql h1:LR4UjDYVtrRuHLN5GQwLAYnXrSf/iO70psY8hTmLmjw=
            4_fourth.sql h1:QvaneqKxg+3R+zNzCP/wW43XkECdHkUwEpxJKPICEP8=
            5_checkpoint.sql h1:syyuaJb/hoMRO7MJlv4AMhYqMCoSb8ZgcHENO8RqN3I=
            6_sixth.sql h1:JNhpyBtH7XKqGBNRHQ+AvM9IDpO08C3G/swWPHfLkfw=
            """;

    private static final List<Summed> FILES = List.of(
            new Summed("1_first.sql", "create table `tbl_1` (`col` int);\n"),
            new Summed("2_second.sql", "create table `tbl_2` (`col` int);\n"),
            new Summed(
                    "3_checkpoint.sql",
                    "-- atlas:checkpoint\n\nCREATE TABLE `tbl_1` (`col` int);\nCREATE TABLE `tbl_2` (`col` int);\n"),
            new Summed("4_fourth.sql", "create table `tbl_3` (`col` int);\n"),
            new Summed(
                    "5_checkpoint.sql",
                    "-- atlas:checkpoint\n\nCREATE TABLE `tbl_1` (`col` int);\nCREATE TABLE `tbl_2` (`col` int);\n"
                            + "create table `tbl_3` (`col` int);\n"),
            new Summed("6_sixth.sql", "CREATE TABLE `tbl_4` (`col` int);\n"));

    @Test
    void hashes_are_those_of_atlas() {
        assertThat(difference(SUM, FILES)).isEmpty();
    }

    @Test
    void the_first_difference_is_told() {
        List<Summed> changed = new ArrayList<>(FILES);
        changed.set(3, new Summed("4_fourth.sql", "create table `tbl_3` (`col` bigint);\n"));
        assertThat(difference(SUM, changed)).isEqualTo("was made of another 4_fourth.sql");
        assertThat(difference(SUM, FILES.subList(0, 5))).isEqualTo("names 6_sixth.sql, which is not there");
        assertThat(difference(SUM, FILES.subList(1, 6))).isEqualTo("names 1_first.sql, which is not there");
        List<Summed> more = new ArrayList<>(FILES);
        more.add(2, new Summed("2_third.sql", ""));
        assertThat(difference(SUM, more)).isEqualTo("does not name 2_third.sql");
        assertThat(difference(SUM.replace("POfb", "Pofb"), FILES)).isEqualTo("has been changed by hand");
    }

    private static String difference(String sum, List<Summed> files) {
        return AtlasSum.parse(sum).orElseThrow().difference(files).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h2:x", "h1:x\n1.sql\n", "<<<<<<< ours\nh1:x"})
    void what_is_no_sum_is_not_understood(String text) {
        assertThat(AtlasSum.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- atlas:txmode none~~VACUUM t;                         | NONE
            -- atlas:nolint~-- atlas:txmode none~~VACUUM t;         | NONE
            -- atlas:txmode file~~VACUUM t;                         | MIGRATION
            -- atlas:txmode none~VACUUM t;                          | MIGRATION
            ~-- atlas:txmode none~~VACUUM t;                        | MIGRATION
            VACUUM t;                                               | MIGRATION
            """)
    void a_head_that_nothing_parts_from_a_statement_is_not_the_file_s(String text, TransactionMode mode) {
        assertThat(migrations(Map.of("1.sql", text.replace('~', '\n')))
                        .getFirst()
                        .transaction())
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- atlas:delimiter \\n\\n~A~~B -- c~~~C $$~~$$ '~~'~~D        | A/B/C $$~~$$ '~~'/D
            -- atlas:delimiter -- end~A~-- end~B; C~-- end~              | A/B/C
            -- atlas:delimiter @~A ( '@' @ ) @ B /* @ */ -- @~@          | A ( '@' @ )/B
            -- atlas:delimiter //~A // B $x$ // $x$                      | A/B $x$ // $x$
            -- atlas:lint x~A; B                                         | A/B
            """)
    void a_delimiter_ends_statements_where_atlas_ends_them(String text, String statements) {
        List<Migration> migrations = migrations(Map.of("1.sql", text.replace('~', '\n')));
        assertThat(ScriptReader.read(migrations).getFirst().entries())
                .extracting(
                        entry -> migrations.getFirst().file().text(entry.text().span()))
                .containsExactly(statements.replace('~', '\n').split("/(?!/)(?<!//)"));
    }

    @Test
    void several_statements_between_delimiters_are_sent_at_once() {
        String text = "-- atlas:delimiter -- end\n-- atlas:txmode none\n\nA; B\n-- end\nC\n-- end\n";
        assertThat(migrations(Map.of("1.sql", text)).getFirst().sections())
                .extracting(Section::transaction)
                .containsExactly(TransactionMode.IMPLICIT, TransactionMode.NONE);
    }

    @Test
    void a_checkpoint_begins_a_history_that_has_nothing_before_it() {
        String checkpoint = "-- atlas:checkpoint\n\nCREATE TABLE t (a int);";
        String other = "SELECT 1;";
        assertThat(migrations(Map.of("1.sql", checkpoint, "2.sql", checkpoint, "3.sql", other, "4.sql", checkpoint)))
                .extracting(Migration::path)
                .containsExactly("m/2.sql", "m/3.sql");
        assertThat(migrations(Map.of("1.sql", other, "2.sql", checkpoint, "3.sql", other)))
                .extracting(Migration::path)
                .containsExactly("m/1.sql", "m/3.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            migration { dir = "file://m" }                                    | atlas
            migration {~  format = atlas~  dir    = "file://m"~}              | atlas
            migration { dir = "file://m?format=atlas" }                       | atlas
            migration { dir = "file://m?format=goose" }                       | numbered
            migration {~ dir = "file://m"~ format = "golang-migrate"~}        | numbered
            migration { dir = "file://other" }                                | numbered
            migration { dir = "${local.dir}" }                                | numbered
            schema { dir = "file://m" }                                       | numbered
            """)
    void a_project_file_tells(String project, String layout) {
        MemoryTree tree = MemoryTree.of(Map.of("atlas.hcl", project.replace('~', '\n'), "m/1_a.sql", "SELECT 1;"));
        assertThat(Histories.find(tree, List.of("."), HistoryOptions.RECOGNISED).histories())
                .extracting(MigrationHistory::layout)
                .containsExactly(layout);
    }

    @Test
    void a_sum_beside_another_tool_s_files_leaves_them_to_it() {
        MemoryTree tree = MemoryTree.of(Map.of("m/atlas.sum", "h1:x\n", "m/1_a.up.sql", "", "m/1_a.down.sql", ""));
        assertThat(Histories.find(tree, List.of("."), HistoryOptions.RECOGNISED).histories())
                .extracting(MigrationHistory::layout)
                .containsExactly("golang-migrate");
    }

    private static List<Migration> migrations(Map<String, String> scripts) {
        Map<String, String> files = new HashMap<>(Map.of("m/atlas.sum", "h1:x\n"));
        scripts.forEach((name, text) -> files.put("m/" + name, text));
        return Histories.find(MemoryTree.of(files), List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst()
                .migrations();
    }
}
