package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statements share a transaction, what is new in it, and what PostgreSQL refuses there. */
class TransactionsTest {
    private static final String INDEX_BUILD = "create table t (a int); create index concurrently i on t (a);";

    private static Replaying in(TransactionMode mode) {
        return Replaying.plain().mode(mode);
    }

    private static List<Integer> numbers(HistoryRun run) {
        return Replaying.steps(run).stream().map(Step::transaction).toList();
    }

    private static List<Boolean> blocks(HistoryRun run) {
        return Replaying.steps(run).stream().map(Step::transactionBlock).toList();
    }

    private static boolean isNewIn(Step step, String table) {
        return step.before().relations().stream()
                .filter(relation -> relation.name().name().equals(table))
                .anyMatch(relation -> step.newInTransaction().contains(relation.oid()));
    }

    @Test
    void eachStatementByItself() {
        HistoryRun run = in(TransactionMode.NONE).run(INDEX_BUILD + "lock table t");
        assertThat(numbers(run)).containsExactly(1, 2, 3);
        assertThat(blocks(run)).containsOnly(false);
        assertThat(Replaying.errors(run))
                .containsExactly("V1.sql:1 25P01 LOCK TABLE can only be used in transaction blocks");
        assertThat(isNewIn(Replaying.steps(run).get(1), "t")).isFalse();
    }

    @Test
    void implicitBlockOfSeveralStatements() {
        HistoryRun run = in(TransactionMode.IMPLICIT).run(INDEX_BUILD, "drop index concurrently i");
        assertThat(numbers(run)).containsExactly(1, 1, 2);
        assertThat(blocks(run)).containsExactly(true, true, false);
        assertThat(Replaying.errors(run))
                .containsExactly("V1.sql:1 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block");
        assertThat(isNewIn(Replaying.steps(run).get(1), "t")).isTrue();
    }

    @Test
    void explicitTransactionInAnImplicitBlock() {
        HistoryRun run = in(TransactionMode.IMPLICIT)
                .run("create table t (a int); begin; create table u (a int); commit; vacuum t; savepoint s;");
        assertThat(numbers(run)).containsExactly(1, 1, 1, 1, 2, 2);
        assertThat(Replaying.errors(run))
                .containsExactly(
                        "V1.sql:1 25001 VACUUM cannot run inside a transaction block",
                        "V1.sql:1 25P01 SAVEPOINT can only be used in transaction blocks");
    }

    @Test
    void rollbackInAnImplicitBlockTakesBackAllOfIt() {
        HistoryRun run = in(TransactionMode.IMPLICIT).run("create table t (a int); begin; rollback; drop table t;");
        assertThat(Replaying.errors(run)).containsExactly("V1.sql:1 42P01 table \"t\" does not exist");
    }

    @Test
    void wrappedByTheTool() {
        HistoryRun run = in(TransactionMode.MIGRATION).run("create table t (a int)", "create index i on t (a)");
        assertThat(numbers(run)).containsExactly(1, 2);
        assertThat(blocks(run)).containsOnly(true);
        assertThat(isNewIn(Replaying.steps(run).get(1), "t")).isFalse();
    }

    @Test
    void commitEndsTheToolsTransaction() {
        HistoryRun run = in(TransactionMode.MIGRATION)
                .run("begin; create table t (a int); commit; create index concurrently i on t (a); drop table t;");
        assertThat(numbers(run)).containsExactly(1, 1, 1, 2, 3);
        assertThat(blocks(run)).containsExactly(true, true, true, false, false);
        assertThat(Replaying.errors(run)).isEmpty();
    }

    @Test
    void oneTransactionForTheRun() {
        HistoryRun run = in(TransactionMode.RUN).run("create table t (a int)", "create index i on t (a)");
        assertThat(numbers(run)).containsExactly(1, 1);
        assertThat(isNewIn(Replaying.steps(run).get(1), "t")).isTrue();
    }

    @Test
    void savepoints() {
        HistoryRun run = in(TransactionMode.MIGRATION).run("""
                        create table a (x int);
                        savepoint one;
                        create table b (x int);
                        savepoint two;
                        create table c (x int);
                        rollback to savepoint one;
                        create table b (y int);
                        rollback to two;
                        release one;
                        rollback to one;
                        """);
        assertThat(Replaying.errors(run))
                .containsExactly(
                        "V1.sql:8 3B001 savepoint \"two\" does not exist",
                        "V1.sql:10 3B001 savepoint \"one\" does not exist");
        assertThat(isNewIn(Replaying.steps(run).get(6), "a")).isTrue();
        assertThat(CatalogLines.of(run.result())).contains("column public.b.1 y integer");
    }

    @Test
    void chainedTransactions() {
        HistoryRun run = in(TransactionMode.NONE)
                .run(
                        "begin; create table t (a int); commit and chain; create table u (a int); rollback; drop table t;");
        assertThat(numbers(run)).containsExactly(1, 1, 1, 2, 2, 3);
        assertThat(run.result().relations()).isEmpty();
    }

    @Test
    void localSettingsEndWithTheTransaction() {
        HistoryRun run = in(TransactionMode.MIGRATION)
                .run(
                        "create schema s; create table s.t (a int); set local search_path to s; alter table t add b int;",
                        "alter table t add c int;");
        assertThat(Replaying.errors(run)).containsExactly("V2.sql:1 42P01 relation \"t\" does not exist");
    }

    @Test
    void aSettingEndsWithTheMigration() {
        HistoryRun run = in(TransactionMode.NONE)
                .run("create schema s; create table s.t (a int); set search_path to s;", "alter table t add c int;");
        assertThat(Replaying.errors(run)).containsExactly("V2.sql:1 42P01 relation \"t\" does not exist");
    }

    @Test
    void downsSeeWhatTheirUpHasLeftAndLeaveNothing() {
        Replaying replaying = in(TransactionMode.NONE);
        Script up = replaying.script("V1.up.sql", "create table t (a int)", Direction.UP);
        Script down = replaying.script("V1.down.sql", "drop table t; drop table t;", Direction.DOWN);
        Script next = replaying.script("V2.up.sql", "alter table t add b int", Direction.UP);
        HistoryRun run = replaying.runScripts(List.of(up, down, next));
        assertThat(Replaying.errors(run)).containsExactly("V1.down.sql:1 42P01 table \"t\" does not exist");
        assertThat(CatalogLines.of(run.result())).contains("column public.t.2 b integer");
        assertThat(numbers(run)).containsExactly(1, 2, 3, 2);
    }
}
