package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.source.MemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tool has not run yet shares a transaction, if it is a tool that runs all of it in one. */
class PendingTest {
    private static final HistoryOptions OUTSIDE =
            new HistoryOptions(Optional.empty(), Optional.of(TransactionMode.NONE), Map.of());

    @Test
    void what_drizzle_makes_and_indexes_in_one_run_is_new_in_it() {
        MigrationHistory history = drizzle("create table t (a int);", "create index i on t (a);");
        assertThat(numbers(run(history))).containsExactly(1, 2);
        assertThat(newWhenIndexed(history)).isEmpty();

        MigrationHistory pending = history.withPending(migration -> true);
        assertThat(numbers(run(pending))).containsExactly(1, 1);
        assertThat(newWhenIndexed(pending)).containsExactly("t");
    }

    @Test
    void what_has_run_is_not_in_the_transaction_of_what_is_pending() {
        MigrationHistory pending = drizzle(
                        "create table t (a int);", "create table u (a int);", "create index i on t (a);")
                .withPending(migration -> !migration.path().startsWith("d/0000"));
        assertThat(numbers(run(pending))).containsExactly(1, 2, 2);
        assertThat(newWhenIndexed(pending)).containsExactly("u");
    }

    @Test
    void statements_that_breakpoints_end_are_in_it_too_and_those_that_have_run_are_not() {
        String two = "create table %s (a int)\n--> statement-breakpoint\ncreate index %s_i on %s (a)";
        MigrationHistory history =
                drizzle(two.formatted("t", "t", "t"), two.formatted("u", "u", "u"), two.formatted("v", "v", "v"));
        assertThat(numbers(run(history.withPending(it -> !it.path().startsWith("d/0000")))))
                .containsExactly(1, 2, 3, 3, 3, 3);
    }

    @Test
    void concurrently_fails_in_the_transaction_of_a_run() {
        MigrationHistory history = drizzle("create table t (a int);", "create index concurrently i on t (a);");
        assertThat(Replaying.errors(run(history.withPending(migration -> true))))
                .containsExactly(
                        "d/0001_f.sql:1 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block");
    }

    @Test
    void files_that_are_said_to_run_outside_of_transactions_do_so_when_they_are_pending() {
        MigrationHistory history =
                history(tree("create table t (a int);", "create index concurrently i on t (a);"), OUTSIDE);
        HistoryRun run = run(history.withPending(migration -> true));
        assertThat(numbers(run)).containsExactly(1, 2);
        assertThat(Replaying.errors(run)).isEmpty();
    }

    @Test
    void a_tool_that_runs_each_file_by_itself_does_so_when_several_are_pending() {
        MemoryTree goose = MemoryTree.of(Map.of(
                "d/1_a.sql", "-- +goose Up\ncreate table t (a int);",
                "d/2_b.sql", "-- +goose Up\ncreate index i on t (a);"));
        MigrationHistory history = history(goose, HistoryOptions.RECOGNISED);
        assertThat(history.withPending(migration -> true)).isEqualTo(history);
    }

    private static MigrationHistory drizzle(String... scripts) {
        return history(tree(scripts), HistoryOptions.RECOGNISED);
    }

    private static MemoryTree tree(String... scripts) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < scripts.length; i++) {
            files.put("d/000" + i + "_f.sql", scripts[i]);
        }
        String entries = IntStream.range(0, scripts.length)
                .mapToObj("{\"tag\": \"000%d_f\"}"::formatted)
                .collect(Collectors.joining(", "));
        files.put("d/meta/_journal.json", "{\"entries\": [" + entries + "]}");
        return MemoryTree.of(files);
    }

    private static MigrationHistory history(MemoryTree tree, HistoryOptions options) {
        return Histories.find(tree, List.of("."), options).histories().getFirst();
    }

    private static HistoryRun run(MigrationHistory history) {
        return Replay.run(
                history,
                ScriptReader.read(history.migrations()),
                ReplayOptions.of(PostgresVersion.NEWEST, Openness.CLOSED));
    }

    private static List<Integer> numbers(HistoryRun run) {
        return Replaying.steps(run).stream().map(Step::transaction).toList();
    }

    /** The relations that are new in the transaction of the last statement, before it. */
    private static Set<String> newWhenIndexed(MigrationHistory history) {
        Step last = Replaying.steps(run(history)).getLast();
        return last.before().relations().stream()
                .filter(relation -> last.newInTransaction().contains(relation.oid()))
                .map(relation -> relation.name().name())
                .collect(Collectors.toSet());
    }
}
