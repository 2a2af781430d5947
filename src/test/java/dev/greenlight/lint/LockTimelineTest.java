package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Server;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Replaying;
import dev.greenlight.rule.Judged;
import dev.greenlight.rule.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockTimelineTest {
    private static final String TABLES = "CREATE TABLE a (id int PRIMARY KEY, n int);\nCREATE TABLE b (id int);";
    private static final Effects EFFECTS = new Effects(new Server(PostgresVersion.NEWEST, Optional.empty()));

    @Test
    void a_lock_is_held_to_the_end_of_the_migration() {
        assertThat(holds(TransactionMode.MIGRATION, "ALTER TABLE a ADD m int; SELECT 1; CREATE INDEX ON b (id);"))
                .containsExactly("a ACCESS EXCLUSIVE 0-2", "b SHARE 2-2");
    }

    @Test
    void without_a_transaction_it_is_held_by_its_statement() {
        assertThat(holds(
                        TransactionMode.NONE,
                        "ALTER TABLE a ADD m int; SELECT 1; CREATE INDEX CONCURRENTLY ON b (id);"))
                .containsExactly("a ACCESS EXCLUSIVE 0-0", "b SHARE UPDATE EXCLUSIVE 2-2");
    }

    @Test
    void it_is_held_to_the_commit_that_is_written() {
        assertThat(holds(TransactionMode.NONE, "BEGIN; DROP TABLE b; COMMIT; ALTER TABLE a ADD m int;"))
                .containsExactly("b ACCESS EXCLUSIVE 1-2", "a ACCESS EXCLUSIVE 3-3");
    }

    @Test
    void a_stronger_one_takes_its_place() {
        assertThat(holds(
                        TransactionMode.MIGRATION,
                        "CREATE INDEX ON a (n); ALTER TABLE a ADD m int; CREATE INDEX ON a (m);"))
                .containsExactly("a SHARE 0-0", "a ACCESS EXCLUSIVE 1-2");
    }

    @Test
    void it_is_given_back_with_its_savepoint() {
        assertThat(holds(TransactionMode.MIGRATION, """
                        LOCK TABLE b IN SHARE MODE; SAVEPOINT s; ALTER TABLE a ADD m int; SELECT 1; ROLLBACK TO s;
                        SELECT 1; ROLLBACK TO s; ALTER TABLE a ADD m int;
                        """))
                .containsExactly("b SHARE 0-7", "a ACCESS EXCLUSIVE 2-3", "a ACCESS EXCLUSIVE 7-7");
    }

    @Test
    void what_others_cannot_know_keeps_nobody_waiting() {
        assertThat(holds(TransactionMode.MIGRATION, "CREATE TABLE c (id int); ALTER TABLE c ADD m int; SELECT 1;"))
                .isEmpty();
    }

    @Test
    void one_transaction_of_the_whole_run_holds_it_into_the_next_migration() {
        assertThat(holds(
                        TransactionMode.RUN,
                        "SELECT 1; ALTER TABLE a ADD m int;",
                        "SELECT 1; LOCK TABLE b IN SHARE MODE;"))
                .containsExactly(
                        "a ACCESS EXCLUSIVE 1-1 and on",
                        "a ACCESS EXCLUSIVE 0-1 and on, since 1.sql",
                        "b SHARE 1-1 and on");
        assertThat(holds(TransactionMode.MIGRATION, "ALTER TABLE a ADD m int;", "SELECT 1;"))
                .containsExactly("a ACCESS EXCLUSIVE 0-0");
    }

    private static List<String> holds(TransactionMode mode, String... migrations) {
        List<Script> scripts = new ArrayList<>();
        scripts.add(Replaying.plain().mode(TransactionMode.MIGRATION).script("0.sql", TABLES, Direction.UP));
        for (String migration : migrations) {
            scripts.add(Replaying.plain().mode(mode).script(scripts.size() + ".sql", migration, Direction.UP));
        }
        LockTimeline timeline = new LockTimeline();
        return Replaying.plain().runScripts(scripts).runs().stream()
                .skip(1)
                .flatMap(run -> timeline.of(judged(run)).stream().map(hold -> text(hold, run)))
                .toList();
    }

    private static List<Judged> judged(MigrationRun run) {
        return run.steps().stream()
                .map(step -> new Judged(step, EFFECTS.of(step), Signal.GREEN, List.of(), List.of()))
                .toList();
    }

    private static String text(LockHold hold, MigrationRun run) {
        String since = hold.since().file().path();
        return hold.lock().relation().name().display() + " "
                + hold.lock().mode().words() + " " + hold.first() + "-" + hold.last() + (hold.beyond() ? " and on" : "")
                + (since.equals(run.migration().path()) ? "" : ", since " + since);
    }
}
