package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.TransactionMode;
import org.junit.jupiter.api.Test;

/** What is missing, what is assumed to be there, and what is in doubt after a failure. */
class OpennessTest {
    private static final String THREE_UNKNOWN =
            "alter table a add x int; alter table b add x int; alter table c add x int;";

    @Test
    void aNameThatNothingMadeIsMissing() {
        HistoryRun run = Replaying.plain().run("alter table orders add note text");
        assertThat(run.open()).isFalse();
        assertThat(Replaying.errors(run)).containsExactly("V1.sql:1 42P01 relation \"orders\" does not exist");
        assertThat(Replaying.steps(run).getFirst().error().orElseThrow().missing())
                .hasToString("Missing[type=TABLE, name=public.orders, part=null]");
    }

    @Test
    void aHistoryThatBeginsInTheMiddleIsOpen() {
        HistoryRun run = Replaying.plain().run(THREE_UNKNOWN, "drop table a; create index on b (x, y);");
        assertThat(run.open()).isTrue();
        assertThat(Replaying.errors(run)).isEmpty();
        assertThat(run.assumptions()).containsExactly("names that no migration makes are assumed: a, b, c");
    }

    @Test
    void aTenthOfTheTablesMakesAHistoryOpen() {
        String known = "create table t%d (x int); ";
        StringBuilder tables = new StringBuilder();
        for (int i = 0; i < 28; i++) {
            tables.append(known.formatted(i));
        }
        assertThat(Replaying.plain().run(THREE_UNKNOWN, tables.toString()).open())
                .isFalse();
        String fewer = tables.substring(0, tables.lastIndexOf("create"));
        assertThat(Replaying.plain().run(THREE_UNKNOWN, fewer).open()).isTrue();
    }

    @Test
    void whatALaterMigrationMakesIsMissingInBoth() {
        HistoryRun run =
                Replaying.plain().run(THREE_UNKNOWN + "alter table late add x int;", "create table late (y int)");
        assertThat(run.open()).isTrue();
        assertThat(Replaying.errors(run)).containsExactly("V1.sql:1 42P01 relation \"late\" does not exist");
        assertThat(CatalogLines.of(run.result())).contains("column public.late.1 y integer");
    }

    @Test
    void oneMistakeGivesOneFinding() {
        HistoryRun run = Replaying.plain().run("""
                        create table t (a missing, b int);
                        alter table t drop column b;
                        create index i on t (c);
                        alter table gone add column d int;
                        alter table gone add column e int;
                        create table u (a int);
                        alter table u add column v int references nowhere;
                        create index on u (v);
                        create index j on u (w);
                        drop index j;
                        alter table u add constraint k check (z > 0);
                        """);
        assertThat(Replaying.errors(run))
                .containsExactly(
                        "V1.sql:1 42704 type \"missing\" does not exist",
                        "V1.sql:4 42P01 relation \"gone\" does not exist",
                        "V1.sql:7 42P01 relation \"nowhere\" does not exist");
    }

    @Test
    void whatIsRefusedOnlyForItsTransactionIsTakenAsDone() {
        HistoryRun run = Replaying.plain()
                .mode(TransactionMode.MIGRATION)
                .run("create table t (a int)", "create unique index concurrently i on t (a)", """
                        alter table t add constraint i unique using index i;
                        create table r (a int references t (a));
                        """);
        assertThat(Replaying.errors(run))
                .containsExactly("V2.sql:1 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block");
    }

    @Test
    void schemasThatNoMigrationMakesAreAssumed() {
        HistoryRun run = Replaying.plain()
                .run("create table app.t (a int); alter table app.u add b int; alter table auth.users add c int;");
        assertThat(Replaying.errors(run)).containsExactly("V1.sql:1 42P01 relation \"app.u\" does not exist");
        assertThat(run.assumptions())
                .containsExactly(
                        "no migration makes the schema app: it is assumed",
                        "no migration makes the schema auth: it is assumed");
    }

    @Test
    void aSchemaThatIsMadeLaterIsMissing() {
        HistoryRun run = Replaying.plain().run("create table app.t (a int)", "create schema app");
        assertThat(Replaying.errors(run)).containsExactly("V1.sql:1 3F000 schema \"app\" does not exist");
    }

    @Test
    void theBaselineIsThereAndIsNotReported() {
        HistoryRun run = Replaying.plain()
                .baseline("create schema app; set search_path to app; create table t (a int); drop table missing;")
                .run("alter table t add b int", "alter table app.t add b int");
        assertThat(run.runs()).hasSize(2);
        assertThat(Replaying.errors(run))
                .containsExactly("V2.sql:1 42701 column \"b\" of relation \"t\" already exists");
    }

    @Test
    void namesKeepWhatMadeThem() {
        HistoryRun run = Replaying.plain()
                .run("create table t (a int);\nalter table t add b int;", "drop index i;\ncreate index on t (b);");
        Step last = Replaying.steps(run).getLast();
        assertThat(last.references().stream()
                        .map(reference -> reference.name() + "." + reference.column() + " " + reference.origin()))
                .containsExactly("public.t.null V1.sql:1", "public.t.b V1.sql:2");
    }
}
