package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Origin;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a routine that breaks, and where. */
class BrokenRoutinesTest {
    private static final String TABLE = "create table orders (id int, total numeric);\n";

    private static Replaying closed() {
        return Replaying.plain().openness(ReplayOptions.Openness.CLOSED);
    }

    /** As {@code V2.sql:1 f uses orders.total at V1.sql:3}: the statement, the routine, and the places in it. */
    private static List<String> broken(HistoryRun run) {
        return run.runs().stream()
                .flatMap(migration -> migration.broken().stream())
                .map(BrokenRoutinesTest::words)
                .toList();
    }

    private static String words(BrokenRoutine broken) {
        Step step = broken.step();
        Origin origin = Objects.requireNonNull(broken.routine().origin());
        List<String> places = broken.errors().stream()
                .map(error -> new Origin(origin.file(), error.span()).toString())
                .toList();
        return step.file().path() + ":"
                + step.file().position(broken.operation().span().start()).line() + " "
                + broken.routine().name().display() + " uses " + broken.used() + " at " + String.join(", ", places);
    }

    @Test
    void the_place_is_the_name_in_the_body() {
        assertThat(broken(closed().run(TABLE + """
                                        create function f() returns numeric language plpgsql as $$
                                        begin
                                            return (select max(total)
                                                from orders);
                                        end $$;
                                        """, "select 1;\nalter table orders drop column total;")))
                .containsExactly("V2.sql:2 f uses orders.total at V1.sql:4");
    }

    @Test
    void a_body_in_other_quotes_keeps_its_places() {
        assertThat(broken(closed().run(TABLE + """
                                        create function f() returns numeric language sql as '
                                            select max(case when ''a'' = ''b''
                                                then total end) from orders';
                                        """, "alter table orders drop column total;")))
                .containsExactly("V2.sql:1 f uses orders.total at V1.sql:4");
    }

    @Test
    void each_branch_and_each_routine_counts() {
        assertThat(broken(closed().run(TABLE + """
                                        create function f(a int) returns numeric language plpgsql as $$
                                        begin
                                            if a > 1 then
                                                return (select max(total) from orders);
                                            else
                                                return (select min(total) from orders);
                                            end if;
                                        end $$;
                                        create function f(a text) returns numeric language sql
                                            as 'select max(total) from orders';
                                        """, "alter table orders drop column total;")))
                .containsExactly(
                        "V2.sql:1 f uses orders.total at V1.sql:5, V1.sql:7",
                        "V2.sql:1 f uses orders.total at V1.sql:11");
    }

    @Test
    void what_code_takes_away_is_told_of_its_statement() {
        String function = "create function f() returns numeric language sql as 'select max(total) from orders';";
        HistoryRun run =
                closed().run(TABLE + function, "do $$\nbegin\n    alter table orders drop column total;\nend $$;");
        assertThat(run.runs().getLast().broken()).singleElement().satisfies(broken -> {
            assertThat(broken.step()).isNotEqualTo(run.runs().getLast().steps().getLast());
            assertThat(run.runs().getLast().allSteps()).contains(broken.step());
        });
    }

    @Test
    void what_a_later_migration_mends_is_told_to_nobody() {
        String function =
                "create or replace function f() returns numeric language sql as 'select max(%s) from orders';";
        String made = TABLE + function.formatted("total");
        String renamed = "alter table orders rename column total to amount;";
        assertThat(broken(closed().run(made, renamed, function.formatted("amount"))))
                .isEmpty();
        assertThat(broken(closed().run(made, renamed, "drop function f();"))).isEmpty();
        assertThat(broken(closed().run(made, renamed, "alter table orders add column total int;")))
                .isEmpty();
        assertThat(broken(closed().run(made, renamed, function.formatted("amount * id"), "select 1;")))
                .isEmpty();
        assertThat(broken(closed().run(made, renamed, "create table other (total int);")))
                .containsExactly("V2.sql:1 f uses orders.total at V1.sql:2");
    }

    @Test
    void a_dump_without_a_search_path_is_called_with_one() {
        String dump = "set search_path = ''; create table public.orders (id int, total numeric);"
                + " create function public.f() returns numeric language plpgsql"
                + " as 'begin return (select max(total) from orders); end';";
        assertThat(broken(closed().run(dump, "alter table orders drop column total;")))
                .containsExactly("V2.sql:1 f uses orders.total at V1.sql:1");
    }

    @Test
    void a_down_is_not_asked() {
        Replaying replaying = closed();
        List<Script> scripts = new ArrayList<>();
        scripts.add(replaying.script(
                "V1.sql",
                TABLE + "create function f() returns numeric language sql as 'select max(total) from orders';",
                Direction.UP));
        scripts.add(replaying.script("D1.sql", "alter table orders drop column total;", Direction.DOWN));
        assertThat(broken(replaying.runScripts(scripts))).isEmpty();
    }

    /** Each names what is dropped, or may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin execute format('select %I from orders', current_user); end",
                "declare r record; begin for r in execute pg_read_file('select total from orders') loop null; end loop; end",
                "begin perform (select total from elsewhere.orders); end",
                "declare r record; begin r.total := 1; perform r.total, orders.id from orders; end",
                "declare total numeric; begin perform total from orders; end",
                "begin raise notice 'the total of orders'; end",
                "begin -- select total from orders\n end",
                "begin if to_regclass('orders') is not null then perform total from orders; end if; end",
                "begin perform total from orders; exception when others then null; end",
                "this is no code, total orders"
            })
    void what_is_not_known_for_certain_is_passed_over(String body) {
        String function = "create function f() returns void language plpgsql as $body$ " + body + " $body$;";
        assertThat(broken(closed().run(TABLE + function, "alter table orders drop column total;")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin execute format('select %I from orders', 'total'); end",
                "declare r record; begin for r in execute 'select total ' || 'from orders' loop null; end loop; end",
                "begin execute format('select total from orders where id > %L', now()); end"
            })
    void text_that_is_known_counts_as_what_stands_in_the_code(String body) {
        String function = "create function f() returns void language plpgsql as $body$ " + body + " $body$;";
        assertThat(broken(closed().run(TABLE + function, "alter table orders drop column total;")))
                .hasSize(1);
    }

    @Test
    void a_triggers_function_counts_as_long_as_a_trigger_calls_it() {
        String function = "create table log (what int);\n"
                + "create function f() returns trigger language plpgsql"
                + " as 'begin insert into log (what) select max(total) from orders; return null; end';\n";
        String trigger = "create trigger f after insert on log execute function f();\n";
        String change = "alter table orders drop column total;";
        assertThat(broken(closed().run(TABLE + function + trigger, change)))
                .containsExactly("V2.sql:1 f uses orders.total at V1.sql:3");
        assertThat(broken(closed().run(TABLE + function, change))).isEmpty();
        assertThat(broken(closed().run(TABLE + function + trigger, change + "drop trigger f on log;")))
                .isEmpty();
    }

    @Test
    void code_that_could_not_be_followed_may_have_replaced_it() {
        String function = "create function f() returns numeric language sql as 'select max(total) from orders';";
        String opaque = "do language plperl $$ create or replace function f() $$;";
        String change = "alter table orders drop column total;";
        assertThat(broken(closed().run(TABLE + function + opaque, change))).isEmpty();
        assertThat(broken(closed().run(TABLE + function, change))).hasSize(1);
    }

    @Test
    void a_handler_makes_up_for_what_it_calls_in_vain() {
        String rate = "create function rate() returns int language sql as 'select 1';";
        String function = "create function f() returns int language plpgsql as"
                + " 'begin return rate(); exception when undefined_function then return 0; end';";
        assertThat(broken(closed().run(rate + function, "drop function rate();")))
                .isEmpty();
    }

    @Test
    void what_has_failed_before_is_not_broken_now() {
        String function = "create function f() returns void language plpgsql"
                + " as 'begin perform o.never_there from orders o; end';";
        assertThat(broken(closed().run(TABLE + function, "drop table orders;"))).isEmpty();
    }

    @Test
    void a_temporary_table_is_made_again_by_those_who_call() {
        String function = "create function f() returns bigint language sql as 'select count(*) from work';";
        assertThat(broken(closed().run("create temporary table work (id int);" + function + "drop table work;")))
                .isEmpty();
    }

    @Test
    void what_a_trial_assumes_is_not_told() {
        String function = "create function f() returns void language plpgsql"
                + " as 'begin perform id from elsewhere.orders where total = 1; end';";
        HistoryRun run = closed().run(TABLE + function, "alter table orders drop column total;");
        assertThat(run.assumptions()).isEmpty();
    }
}
