package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan alone says what runs and in which order, and the configuration where it all is. */
class SqitchLayoutTest {
    private static final String BY = " 2024-01-31T12:00:00Z Ada Lovelace <ada@shop.example>\n";
    private static final String PLAN = "%syntax-version=1.0.0\n%project=shop\n\nb" + BY + "a [b]" + BY;

    @Test
    void a_lone_script_s_plan_is_looked_for_above() {
        MemoryTree tree = MemoryTree.of(
                Map.of("db/sqitch.plan", PLAN, "db/deploy/a.sql", "", "db/deploy/b.sql", "", "db/revert/a.sql", ""));
        MigrationHistory one = history(tree, "db/deploy/a.sql");
        assertThat(one.layout()).isEqualTo("sqitch");
        assertThat(one.partial()).isTrue();
        assertThat(one.notes()).isEmpty();
        assertThat(paths(history(tree, "db/deploy/a.sql", "db/revert/a.sql", "db/deploy/b.sql")))
                .containsExactly("db/deploy/b.sql", "db/deploy/a.sql", "db/revert/a.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [core]|top_dir = db                         | db/sqitch.plan   | db/deploy
            [core]|top_dir = "./db/"                    | db/sqitch.plan   | db/deploy
            [core]|plan_file = plans/pg.plan            | plans/pg.plan    | deploy
            [engine "pg"]|deploy_dir=sql/up # all of it | sqitch.plan      | sql/up
            [core "pg"]|top_dir = old                   | old/sqitch.plan  | old/deploy
            [engine "mysql"]|top_dir = my               | sqitch.plan      | deploy
            """)
    void the_configuration_may_move_it(String section, String value, String plan, String deploy) {
        MemoryTree tree = MemoryTree.of(Map.of(
                "sqitch.conf",
                section + "\n\t" + value + "\n",
                plan,
                PLAN,
                deploy + "/a.sql",
                "",
                deploy + "/b.sql",
                ""));
        assertThat(paths(history(tree, "."))).containsExactly(deploy + "/b.sql", deploy + "/a.sql");
    }

    @Test
    void a_target_wins_over_its_engine_and_that_over_the_core() {
        SqitchConfiguration said = SqitchConfiguration.parse("""
                ; all of them
                [core]
                    top_dir = core
                    plan_file = core.plan
                    verify_dir = core/verify
                [engine "pg"]
                    target = shop
                    plan_file = pg.plan
                    top_dir = pg
                [target "shop"]
                    top_dir = shop
                [target "other"]
                    top_dir = other
                """);
        assertThat(said.get("top_dir")).contains("shop");
        assertThat(said.get("plan_file")).contains("pg.plan");
        assertThat(said.get("verify_dir")).contains("core/verify");
        assertThat(said.get("deploy_dir")).isEmpty();
    }

    @Test
    void a_reworked_change_runs_the_scripts_of_a_tag_in_between() {
        SqitchPlan plan = SqitchPlan.parse(
                "a" + BY + "@one" + BY + "b" + BY + "@two" + BY + "@too" + BY + "a" + BY + "@three" + BY);
        assertThat(plan.changes())
                .extracting(SqitchPlan.Change::scripts)
                .containsExactly(List.of("a@two", "a@too", "a@one"), List.of("b"), List.of("a"));
        assertThat(plan.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b              | 1
            a              | 0
            a !b           | 0
            billing:b      | 0
            a@one          | 0
            a@two          | 1
            c              | 1
            """)
    void what_a_change_requires_has_to_be_planned_before_it(String required, int notes) {
        SqitchPlan plan = SqitchPlan.parse("a" + BY + "@one" + BY + "c [" + required + "]" + BY + "b" + BY);
        assertThat(plan.notes()).hasSize(notes);
    }

    @Test
    void a_change_that_is_planned_twice_without_a_tag_in_between_runs_once() {
        SqitchPlan plan = SqitchPlan.parse("a" + BY + "a" + BY + "b" + BY);
        assertThat(plan.changes()).extracting(SqitchPlan.Change::name).containsExactly("a", "b");
        assertThat(plan.notes())
                .containsExactly("sqitch refuses its plan: a is planned twice, and no tag is in between");
    }

    @Test
    void lines_that_are_no_changes_are_none() {
        assertThat(SqitchPlan.parse("%project=x\n\n# a note\n-gone" + BY + "  + a" + BY + "nonsense\n")
                        .changes())
                .extracting(SqitchPlan.Change::name)
                .containsExactly("a");
    }

    @Test
    void a_plan_cannot_name_what_is_not_below() {
        MemoryTree tree =
                MemoryTree.of(Map.of("db/sqitch.plan", "../../secret" + BY + "a" + BY, "db/deploy/a.sql", ""));
        MigrationHistory history = history(tree, "db");
        assertThat(paths(history)).containsExactly("db/deploy/a.sql");
        assertThat(history.notes()).containsExactly("sqitch misses a script of its plan: db/deploy/../../secret.sql");
    }

    private static MigrationHistory history(MemoryTree tree, String... paths) {
        List<MigrationHistory> histories =
                Histories.find(tree, List.of(paths), HistoryOptions.RECOGNISED).histories();
        assertThat(histories).hasSize(1);
        return histories.getFirst();
    }

    private static List<String> paths(MigrationHistory history) {
        return history.migrations().stream().map(Migration::path).toList();
    }
}
