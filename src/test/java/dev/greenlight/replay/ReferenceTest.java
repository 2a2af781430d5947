package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are resolved once, and each that must be there already is kept with what made it. */
class ReferenceTest {
    private static final String TABLES = "create table t (id int primary key, a int);\n"
            + "create table u (id int, t_id int);\n"
            + "create view v as select id as x from t;\n"
            + "create type e as enum ('a');\n"
            + "create function f() returns trigger language plpgsql as 'begin return null; end';\n"
            + "create sequence s;\n";

    /** What the last statement refers to, with the line of what made it. */
    private static List<String> references(String sql) {
        Step last = Replaying.steps(Replaying.plain().run(TABLES + sql)).getLast();
        return last.references().stream()
                .map(reference -> reference.type().lowerCaseWords() + " "
                        + reference.name().name()
                        + (reference.column() == null ? "" : "." + reference.column())
                        + (reference.origin() == null
                                ? ""
                                : ":" + reference.origin().position().line()))
                .distinct()
                .toList();
    }

    @Test
    void queries_refer_to_relations_and_columns_in_their_scope() {
        assertThat(
                        references(
                                "select x.a, u.* from t x join u on u.t_id = x.id where exists (select 1 from v where v.x = u.id)"))
                .containsExactlyInAnyOrder(
                        "table t:1",
                        "table u:2",
                        "view v:3",
                        "table t.a:1",
                        "table t.id:1",
                        "table u.id:2",
                        "table u.t_id:2",
                        "view v.x:3");
    }

    @Test
    void statements_that_change_rows_refer_to_their_columns() {
        assertThat(references("insert into t (id, a) select id, t_id from u"))
                .containsExactlyInAnyOrder(
                        "table t:1", "table t.id:1", "table t.a:1", "table u:2", "table u.id:2", "table u.t_id:2");
        assertThat(references("update t set a = 1 where id = 2"))
                .containsExactlyInAnyOrder("table t:1", "table t.a:1", "table t.id:1");
    }

    @Test
    void definitions_refer_to_types_functions_and_sequences() {
        assertThat(references("create table w (a e, b int default nextval('s'))"))
                .contains("type e:4", "sequence s:6");
        assertThat(references("create trigger tr before update of a on t for each row execute function f()"))
                .containsExactlyInAnyOrder("table t:1", "table t.a:1", "function f:5");
        assertThat(references("alter type e add value 'b'")).containsExactly("type e:4");
        assertThat(references("drop function f")).containsExactly("function f:5");
        assertThat(references("comment on column t.a is 'x'")).containsExactlyInAnyOrder("table t:1", "table t.a:1");
        assertThat(references("grant select on v to public")).containsExactly("view v:3");
    }

    @Test
    void a_view_needs_what_its_query_names() {
        Step last = Replaying.steps(Replaying.plain().run(TABLES + "create view w as select v.x, t.a from v, t"))
                .getLast();
        assertThat(last.after().views().filter(view -> view.name().name().equals("w")))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.complete()).isTrue();
                    assertThat(view.columns()).containsExactly("x", "a");
                    assertThat(view.needs().relations()).hasSize(2);
                });
    }
}
