package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a drop takes along, each as an operation; whether it is refused is compared with a server elsewhere. */
class DropTest {
    private static Step last(String sql) {
        return Replaying.steps(Replaying.plain()
                        .openness(ReplayOptions.Openness.CLOSED)
                        .run(sql))
                .getLast();
    }

    private static List<String> operations(String sql) {
        return last(sql).operations().stream().map(DropTest::words).toList();
    }

    private static String words(Operation operation) {
        return switch (operation) {
            case TableOperation.DropTable drop -> words(drop.table(), drop.cascaded());
            case ObjectOperation.DropView drop -> words(drop.view(), drop.cascaded());
            case ObjectOperation.DropSequence drop -> words(drop.sequence(), drop.cascaded());
            case IndexOperation.DropIndex drop -> words(drop.index(), drop.cascaded());
            case ColumnOperation.DropColumn drop ->
                words(
                        "column " + drop.table().name().name() + "."
                                + drop.column().name(),
                        drop.cascaded());
            case ColumnOperation.ChangeDefault change ->
                "default of " + change.table().name().name() + "."
                        + change.column().name();
            case ConstraintOperation.DropConstraint drop ->
                words(
                        "constraint " + drop.table().name().name() + "."
                                + drop.constraint().name(),
                        drop.cascaded());
            case ObjectOperation.DropType drop ->
                words("type " + drop.type().name().name(), drop.cascaded());
            case ObjectOperation.DropRoutine drop ->
                words("routine " + drop.routine().name().name(), drop.cascaded());
            case ObjectOperation.DropAttachment drop ->
                words(drop.attachment().type().words() + " " + drop.attachment().name(), drop.cascaded());
            case ObjectOperation.DropSchema drop ->
                words("schema " + drop.schema().name(), drop.cascaded());
            case ObjectOperation.DropExtension drop -> "extension " + drop.name();
            default -> operation.getClass().getSimpleName();
        };
    }

    private static String words(Relation relation, boolean cascaded) {
        String kind = switch (relation) {
            case Table ignored -> "table ";
            case View ignored -> "view ";
            case Index ignored -> "index ";
            case Sequence ignored -> "sequence ";
        };
        return words(kind + relation.name().name(), cascaded);
    }

    private static String words(String object, boolean cascaded) {
        return cascaded ? object + " too" : object;
    }

    @Test
    void dependents_go_before_what_they_depend_on() {
        assertThat(operations("create table t (a int); create view v as select a from t;"
                        + " create view w as select a from v; drop table t cascade"))
                .containsExactly("view w too", "view v too", "table t");
    }

    @Test
    void a_table_takes_its_sequences_and_the_foreign_keys_to_it() {
        assertThat(operations("create table t (id serial primary key, k int unique); create index i on t (k);"
                        + " create table u (t int references t); drop table t cascade"))
                .containsExactlyInAnyOrder("sequence t_id_seq too", "constraint u.u_t_fkey too", "table t");
    }

    @Test
    void a_partitioned_table_takes_its_partitions_without_being_asked() {
        assertThat(operations("create table p (a int) partition by list (a);"
                        + " create table p1 partition of p for values in (1); drop table p"))
                .containsExactly("table p1 too", "table p");
    }

    @Test
    void a_type_takes_the_columns_of_it_with_their_indexes() {
        assertThat(operations("create type e as enum ('a'); create table t (a e, b int); create index i on t (a, b);"
                        + " create function f(x e) returns int language sql as 'select 1'; drop type e cascade"))
                .containsExactlyInAnyOrder("index i too", "column t.a too", "routine f too", "type e");
    }

    @Test
    void a_function_takes_triggers_defaults_checks_and_generated_columns() {
        assertThat(operations("create function f() returns int language sql immutable as 'select 1';"
                        + " create table t (a int default f(), b int check (b > f()), c int generated always as (f()) stored);"
                        + " drop function f cascade"))
                .containsExactlyInAnyOrder(
                        "default of t.a", "constraint t.t_b_check too", "column t.c too", "routine f");
        assertThat(operations("create function f() returns trigger language plpgsql as 'begin return null; end';"
                        + " create table t (a int); create trigger tr before insert on t execute function f();"
                        + " drop function f cascade"))
                .containsExactly("trigger tr too", "routine f");
    }

    @Test
    void a_schema_takes_everything_in_it() {
        assertThat(operations("create schema s; create type s.e as enum ('a'); create table s.t (a s.e);"
                        + " create function s.f() returns int language sql as 'select 1';"
                        + " create view v as select a from s.t; drop schema s cascade"))
                .containsExactlyInAnyOrder("view v too", "table t too", "type e too", "routine f too", "schema s");
    }

    @Test
    void an_extension_takes_its_types_and_what_has_them() {
        assertThat(operations(
                        "create extension citext; create table t (a citext, b int); drop extension citext cascade"))
                .containsExactlyInAnyOrder("column t.a too", "type citext too", "extension citext");
        assertThat(operations("create extension \"uuid-ossp\"; create table t (a uuid default uuid_generate_v4());"
                        + " drop extension \"uuid-ossp\" cascade"))
                .containsExactly("default of t.a", "extension uuid-ossp");
    }

    @Test
    void several_targets_do_not_stand_in_each_other_s_way() {
        assertThat(operations("create table a (id int primary key); create table b (a int references a);"
                        + " drop table a, b"))
                .containsExactlyInAnyOrder("table a", "table b");
    }

    @Test
    void if_exists_skips_only_when_nothing_is_left() {
        assertThat(last("drop table if exists a, b").outcome()).isEqualTo(new Outcome.Skipped(null));
        assertThat(operations("create table a (id int); drop table if exists a, b"))
                .containsExactly("table a");
        assertThat(last("drop function if exists f(missing)").outcome()).isEqualTo(new Outcome.Skipped(null));
        assertThat(last("drop trigger if exists t on missing").outcome()).isEqualTo(new Outcome.Skipped(null));
        assertThat(last("drop type if exists e").outcome()).isEqualTo(new Outcome.Skipped(null));
    }

    @Test
    void in_an_open_history_what_is_dropped_was_there() {
        String sql = "drop view v; create view v as select 1 as a; drop index i; create table t (a int);"
                + " create index i on t (a); alter table u rename to u_old; create table u (b int)";
        assertThat(Replaying.errors(
                        Replaying.plain().openness(ReplayOptions.Openness.OPEN).run(sql)))
                .isEmpty();
        assertThat(Replaying.errors(Replaying.plain()
                        .openness(ReplayOptions.Openness.CLOSED)
                        .run(sql)))
                .hasSize(3);
    }

    @Test
    void what_a_refused_drop_would_have_taken_may_be_gone() {
        assertThat(Replaying.errors(Replaying.plain()
                        .openness(ReplayOptions.Openness.CLOSED)
                        .run("create table t (a int); create view v as select a from t; drop table t;"
                                + " create table t (b int); select b from t")))
                .containsExactly("V1.sql:1 2BP01 cannot drop table t because other objects depend on it");
    }

    @Test
    void a_view_that_was_not_read_in_full_may_go_with_a_cascade() {
        assertThat(Replaying.errors(Replaying.plain()
                        .run(
                                "create table t (a int); create view v as select * from nobody.knows; drop table t cascade;"
                                        + " create view v as select 1 as a")))
                .isEmpty();
    }
}
