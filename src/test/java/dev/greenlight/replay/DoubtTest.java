package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be there or gone after code that is not followed gives no errors, and nothing else is forgiven for it. */
class DoubtTest {
    private static List<String> errors(String... scripts) {
        return Replaying.errors(
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).run(scripts));
    }

    private static Outcome lastOutcome(String sql) {
        return Replaying.steps(Replaying.plain().run(sql)).getLast().outcome();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            do $$ begin create table t (a int); end $$ |
            do $$ begin execute pg_read_file('x'); end $$ | EXECUTE of what pg_read_file() gives
            do $$ declare r record; begin for r in select rolname as name from pg_roles loop execute concat('drop table ', r.name); end loop; end $$ | EXECUTE of rows in r
            do $$ begin execute format('drop table t_%s', now()); end $$ | EXECUTE of what now() gives
            do $$ begin execute format('create table t_%s (a int)', now()); end $$ |
            do $$ begin execute format('create table t (a timestamp default %L)', now()); end $$ |
            do language plperl $$ 1 $$ | DO block in plperl
            """)
    void a_block_is_opaque_where_its_text_is_not_known(String sql, String reason) {
        assertThat(lastOutcome(sql)).isEqualTo(reason == null ? new Outcome.Applied() : new Outcome.Opaque(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin end $$",
                "do $$ begin null; end $$",
                "do $$ begin raise notice 'nothing'; end $$",
                "do language plpgsql $$ declare a int := 1; begin end $$"
            })
    void a_body_that_visibly_does_nothing_is_no_riddle(String sql) {
        assertThat(lastOutcome(sql)).isEqualTo(new Outcome.Applied());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin create type e as enum ('a'); exception when duplicate_object then null; end $$;"
                        + " create table t (a e); alter type e add value 'b'; drop type e cascade; create type e as enum ('a')",
                "do $$ begin create table t (id serial); end $$;"
                        + " alter table t add column b int; create index i on t (b); alter sequence t_id_seq restart;"
                        + " select x.id from t x",
                "create table t (a int); do $$ begin if not exists (select 1 from t) then alter table t add column b int; end if; end $$;"
                        + " create index i on t (b); update t set b = 1; alter table t drop column b",
                "create table t (a int); do $$ begin drop table t; end $$; create table t (b int)",
                "create table t (a int); do $$ begin execute 'drop table t'; end $$; create table t (b int)",
                "create table t (a int); do $$ begin alter table t rename to u; end $$; create table t (b int); alter table u add b int",
                "create table t (a int); create view v as select a from t;"
                        + " do $$ begin execute 'drop view ' || 'v'; end $$; drop table t",
                "create table t (a int); create view v as select a from t;"
                        + " do $$ declare r record; begin for r in select viewname from pg_views loop"
                        + " execute format('drop view %I', r.viewname); end loop; end $$; drop table t",
                "create table t (a int constraint k primary key); do $$ declare q text; begin"
                        + " select concat('alter table t drop constraint ', application_name) into q"
                        + " from pg_stat_activity limit 1; execute q; end $$;"
                        + " alter table t add primary key (a)",
                "create table t (a int); do $$ declare r record; begin for r in select 'x' as n loop"
                        + " execute 'create table t_' || r.n || ' (a int)'; end loop; end $$; insert into t_x values (1)",
                "do $$ declare q text; begin select 'create ' || 'table t()' into q; execute q; end $$; alter table t add a int",
                "create function make() returns void language plpgsql as $$ begin create table made (a int); end $$;"
                        + " select make(); alter table made add column b int",
                "create function make() returns void language plpgsql as $$ begin create table made (a int); end $$;"
                        + " create function call() returns void language plpgsql as $$ begin perform make(); end $$;"
                        + " select call(); alter table made add column b int",
                "create procedure make() language plpgsql as $$ begin create table made (a int); end $$;"
                        + " call make(); alter table made add column b int",
                "create table t (a int); create function make() returns trigger language plpgsql as $$ begin"
                        + " execute format('create table t_%s (a int)', new.a); return new; end $$;"
                        + " create trigger tr after insert on t for each row execute function make();"
                        + " insert into t values (1); alter table t_1 add column b int",
                "create table t (a int); do $$ declare i int := 0; begin while exists (select from t) loop i := i + 1;"
                        + " execute 'create table t_' || i || ' ()'; end loop; end $$; alter table t_2 add b int",
                "create table t (a int); do $$ declare i int := 0; begin loop i := i + 1; exit when i > (select max(a) from t);"
                        + " if i = 3 then create table third (); end if; end loop; end $$; alter table third add b int",
                "do $$ declare i int := 0; begin while i < 1200 loop i := i + 1;"
                        + " if i = 1100 then create table late (); end if; end loop; end $$; alter table late add b int",
                "do $$ begin for i in 1..999 loop null; null; null; null; null; null; end loop; create table late (); end $$;"
                        + " alter table late add b int",
                "this is no statement about a table t; alter table t add column b int",
            })
    void what_code_may_have_done_is_no_error(String sql) {
        assertThat(errors(sql)).isEmpty();
    }

    @Test
    void text_that_is_not_known_at_all_may_do_anything() {
        assertThat(errors("do $$ declare q text; begin q := pg_read_file('x'); execute q; end $$;"
                        + " alter table t add a int; drop type e; drop trigger x on t"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin create table t (a int); end $$; alter table other add column b int",
                "do $$ begin insert into t values (1); end $$; alter table t add column b int",
                "do $$ begin perform 1 from t; end $$; alter table t add column b int",
                "do $$ begin drop table if exists t; end $$; alter table t add column b int",
                "do $$ begin execute format('drop table if exists %I', 'x'); end $$; alter table t add column b int",
                "do $$ begin execute format('drop table %I', 'x'); end $$",
                "do $$ begin create table t (id serial); end $$; create index i on t (c)",
                "create table t (a int); do $$ begin execute 'create role ' || current_setting('app.role', true); end $$;"
                        + " alter table t alter column b type bigint",
                "create table t (a int); do $$ begin alter table t add column b int; end $$; create table t (a int)",
                "create function f() returns int language plpgsql stable as $$ begin create table t (); return 1; end $$;"
                        + " select f(); alter table t add column b int",
            })
    void what_code_cannot_have_done_is_an_error(String sql) {
        assertThat(errors(sql)).hasSize(1);
    }

    @Test
    void what_a_rollback_undoes_is_out_of_doubt() {
        assertThat(errors(
                        "begin; do $$ begin create table t (a int); end $$; rollback; alter table t add column b int"))
                .hasSize(1);
    }

    @Test
    void a_function_of_an_extension_may_change_what_it_is_told() {
        String install = "create extension postgis; create table t (a int); ";
        assertThat(lastOutcome(install + "select addgeometrycolumn('t', 'shape', 4326, 'POINT', 2)"))
                .isEqualTo(new Outcome.Opaque("calls addgeometrycolumn()"));
        assertThat(errors(install + "select addgeometrycolumn('t', 'shape', 4326, 'POINT', 2); select shape from t"))
                .isEmpty();
        assertThat(lastOutcome("create extension \"uuid-ossp\"; select uuid_generate_v4()"))
                .isEqualTo(new Outcome.Applied());
    }

    @Test
    void a_call_of_an_unknown_function_is_opaque_and_of_a_known_one_is_not() {
        assertThat(lastOutcome("create extension postgis; select mystery(1)"))
                .isEqualTo(new Outcome.Opaque("calls mystery()"));
        assertThat(lastOutcome("select elsewhere.mystery(1)")).isEqualTo(new Outcome.Opaque("calls mystery()"));
        assertThat(lastOutcome("select mystery(1)")).isInstanceOf(Outcome.Failed.class);
        assertThat(lastOutcome("select now(), count(*), nextval('s'), lower('X') from pg_class group by 1"))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(lastOutcome("select now(), lower('X'), set_config('a.b', 'c', true)"))
                .isEqualTo(new Outcome.Applied());
        assertThat(lastOutcome("create function f() returns int language sql immutable as 'select 1'; select f()"))
                .isEqualTo(new Outcome.Applied());
        assertThat(lastOutcome("create function f() returns int language sql as 'select 1'; select f()"))
                .isEqualTo(new Outcome.Applied());
        assertThat(lastOutcome("create function f(t text) returns void language plpgsql as"
                        + " $$ begin execute 'drop table ' || t; end $$; select f(current_user)"))
                .isEqualTo(new Outcome.Opaque("EXECUTE of what current_user() gives"));
        assertThat(lastOutcome("create function f() returns int language plperlu as '1'; select f()"))
                .isEqualTo(new Outcome.Opaque("calls f()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (a int); do $$ begin if random() > 0.5 then drop table t; end if; end $$; create table t (b int)",
                "create table t (a int); do $$ begin if random() > 0.5 then drop table t; end if; end $$; select a from t",
                "do $$ begin if random() > 0.5 then create table t (a int); end if; end $$; create table t (a int)",
                "do $$ begin if random() > 0.5 then create table t (a int); end if; end $$; drop table t",
                "do $$ begin if random() > 0.5 then create table t (a int); else create table t (b int); end if; end $$;"
                        + " alter table t add column c int",
                "create table t (a int); do $$ begin if random() > 0.5 then alter table t add b int; else alter table t add c int;"
                        + " end if; end $$; alter table t drop column b; alter table t drop column c",
                "create table t (a int); do $$ begin if random() > 0.5 then alter table t drop column a; end if; end $$;"
                        + " alter table t add column a int",
                "do $$ begin if random() > 0.5 then create type e as enum ('a'); end if; end $$;"
                        + " create type e as enum ('b'); create table t (x e default 'b')",
                "create table t (a int); do $$ begin if (select count(*) from t) > 0 then raise exception 'no'; end if; end $$",
                "create table t (a int); do $$ declare r record; begin for r in select a from t loop"
                        + " create table u (); end loop; end $$; create table u ()",
                "create table t (a int); do $$ begin if exists (select 1 from t) then alter table missing add x int; end if; end $$",
                "create table t (a int); do $$ begin loop exit when exists (select 1 from t); drop table if exists u; end loop; end $$",
            })
    void both_ways_are_kept_where_rows_decide(String sql) {
        assertThat(errors(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin if random() > 0.5 then alter table missing add x int; else drop table missing; end if; end $$",
                "create table t (a int); do $$ begin if random() > 0.5 then drop table t; else drop table t; end if; end $$; select 1 from t",
                "create table t (a int); do $$ begin if random() > 0.5 then alter table t add b int; else alter table t add b int;"
                        + " end if; end $$; alter table t add b int",
            })
    void what_either_way_leads_to_is_certain(String sql) {
        assertThat(errors(sql)).hasSize(1);
    }
}
