package dev.greenlight.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.replay.Replaying;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("postgres")
class ServerSessionTest {
    private static final List<String> STRINGS = List.of(
            "create table t (a int); create table u (b int)",
            "create table t (a int); create table t (b int)",
            "create table t (a int); commit; create table u (b int); create table t (c int)",
            "create table t (a int); begin; create table u (b int); rollback; create table w (c int)",
            "create table t (a int); begin; commit; create table u (b int); select 1/0",
            "create table t (a int); rollback; create table u (b int)",
            "begin; create table t (a int); savepoint s; create table u (b int); rollback to s; commit",
            "create table t (a int); savepoint s",
            "create table t (a int); commit and chain; create table u (b int)",
            "create table t (a int); create index concurrently i on t (a)",
            "create table t (a int); lock table t",
            "vacuum",
            "savepoint s",
            "create table t (a int); alter table t add column b int default missing(1)");

    /** What runs statement by statement leaves the same, and fails with the same words at the same place. */
    @TestFactory
    Stream<DynamicTest> a_string_of_statements_is_one_transaction_as_the_server_has_it() {
        return Oracle.each()
                .flatMap(oracle -> STRINGS.stream()
                        .map(sql -> DynamicTest.dynamicTest(
                                oracle + ": " + sql,
                                () -> assertThat(result(oracle, session -> inStatements(session, sql)))
                                        .isEqualTo(result(oracle, session -> session.send(sql))))));
    }

    private record Result(Optional<ServerError> error, SortedSet<String> catalog) {}

    private static Result result(Oracle oracle, Function<ServerSession, Optional<ServerError>> run) {
        try (ServerSession session = new ServerSession(oracle.connect())) {
            Optional<ServerError> error = run.apply(session);
            session.rollback();
            return new Result(error, session.catalog());
        }
    }

    /** With the place of an error counted from where the whole begins. */
    private static Optional<ServerError> inStatements(ServerSession session, String sql) {
        return session.run(script(TransactionMode.IMPLICIT, sql)).map(failure -> {
            ServerError error = failure.error();
            return error.offset() < 0
                    ? error
                    : error.behind(-failure.entry().text().span().start());
        });
    }

    @EachPostgres
    void what_a_migration_runs_by_itself_stays_though_a_later_statement_fails(Oracle oracle) {
        assertThat(tables(oracle, TransactionMode.NONE, "create table t (); create table t ();"))
                .containsExactly("table public.t ordinary permanent");
        assertThat(tables(oracle, TransactionMode.MIGRATION, "create table t (); create table t ();"))
                .isEmpty();
    }

    @EachPostgres
    void a_run_is_one_transaction_until_a_migration_goes_by_itself(Oracle oracle) {
        try (ServerSession session = new ServerSession(oracle.connect())) {
            assertThat(session.run(script(TransactionMode.RUN, "create table t ()")))
                    .isEmpty();
            assertThat(session.run(script(TransactionMode.RUN, "create table t ()")))
                    .isPresent();
            session.rollback();
            assertThat(session.catalog()).containsExactly("schema public");
            session.run(script(TransactionMode.RUN, "create table t ()"));
            session.run(script(TransactionMode.NONE, "create table u ()"));
            session.rollback();
            assertThat(session.catalog())
                    .contains("table public.t ordinary permanent", "table public.u ordinary permanent");
        }
    }

    @Test
    void each_migration_begins_with_the_session_as_it_was() {
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            session.require("create schema s");
            session.beginWith("s");
            session.run(script(TransactionMode.NONE, "set search_path = public; create temporary table t ()"));
            session.run(script(TransactionMode.NONE, "create table t ()"));
            assertThat(session.catalog()).contains("table s.t ordinary permanent");
        }
    }

    @Test
    void rows_behind_a_copy_are_sent() {
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            String sql = "create table t (a int);\ncopy t from stdin;\n1\nx\n\\.\ncreate table u ();\n";
            assertThat(session.run(script(TransactionMode.NONE, sql)))
                    .hasValueSatisfying(
                            failure -> assertThat(failure.error().sqlState()).isEqualTo("22P02"));
            session.rollback();
            assertThat(session.run(script(
                            TransactionMode.NONE,
                            sql.replace("x\n", "2\n")
                                    .replace("table t", "table w")
                                    .replace("copy t", "copy w"))))
                    .isEmpty();
        }
    }

    private static SortedSet<String> tables(Oracle oracle, TransactionMode mode, String sql) {
        try (ServerSession session = new ServerSession(oracle.connect())) {
            assertThat(session.run(script(mode, sql))).isPresent();
            session.rollback();
            return session.catalog().tailSet("table");
        }
    }

    private static Script script(TransactionMode mode, String sql) {
        return Replaying.plain().mode(mode).script("V1.sql", sql, Direction.UP);
    }
}
