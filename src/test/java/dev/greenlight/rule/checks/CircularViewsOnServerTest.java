package dev.greenlight.rule.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;

/** What the pages say of views in circles is what servers do. */
class CircularViewsOnServerTest {
    private static final String STACK = "54001";
    private static final String RECURSION = "42P17";

    private static final String BALANCES = """
            CREATE TABLE accounts (id bigint PRIMARY KEY, amount numeric);
            CREATE VIEW balances AS SELECT id, amount, 0::numeric AS share FROM accounts;
            CREATE FUNCTION total() RETURNS numeric LANGUAGE sql %s AS 'SELECT sum(amount) FROM balances';
            CREATE OR REPLACE VIEW balances AS SELECT id, amount, amount / total() AS share FROM accounts""";

    @EachPostgres
    void a_view_that_reads_itself_is_taken_and_never_read(Oracle postgres) {
        try (ServerSession session = session(postgres, """
                CREATE VIEW one AS SELECT 1 AS n;
                CREATE VIEW two AS SELECT n FROM one;
                CREATE OR REPLACE VIEW one AS SELECT n FROM two WHERE n > 1""")) {
            assertThat(state(session, "SELECT FROM one")).isEqualTo(RECURSION);
            assertThat(state(session, "SELECT FROM two LIMIT 0")).isEqualTo(RECURSION);
            assertThat(state(session, "DROP VIEW one")).isEqualTo("2BP01");
            session.require("CREATE OR REPLACE VIEW one AS SELECT 1 AS n; SELECT FROM two");
        }
    }

    @EachPostgres
    void a_function_that_reads_nothing_else_ends_with_the_stack(Oracle postgres) {
        try (ServerSession session = session(postgres, """
                CREATE FUNCTION visible() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
                CREATE VIEW seen AS SELECT visible AS n FROM visible();
                CREATE OR REPLACE FUNCTION visible() RETURNS SETOF int LANGUAGE sql AS 'SELECT n FROM seen'""")) {
            assertThat(state(session, "SELECT FROM seen")).isEqualTo(STACK);
            assertThat(state(session, "SELECT visible()")).isEqualTo(STACK);
        }
    }

    @EachPostgres
    void a_call_for_each_row_needs_a_row(Oracle postgres) {
        try (ServerSession session = session(postgres, BALANCES.formatted("VOLATILE"))) {
            session.require("SELECT * FROM balances");
            session.require("INSERT INTO accounts VALUES (1, 1)");
            assertThat(state(session, "SELECT * FROM balances")).isEqualTo(STACK);
        }
    }

    @EachPostgres
    void a_call_whose_value_nobody_asks_for_may_be_dropped(Oracle postgres) {
        try (ServerSession session = session(postgres, BALANCES.formatted("STABLE"))) {
            session.require("INSERT INTO accounts VALUES (1, 1); SELECT * FROM balances");
        }
    }

    @EachPostgres
    void code_may_stop_by_itself(Oracle postgres) {
        try (ServerSession session = session(postgres, """
                CREATE FUNCTION depth(n int) RETURNS int LANGUAGE sql AS 'SELECT 0';
                CREATE VIEW depths AS SELECT n, depth(n) AS of_it FROM generate_series(1, 3) AS n;
                CREATE OR REPLACE FUNCTION depth(n int) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN CASE WHEN depth.n < 3 THEN 0 ELSE (SELECT max(d.n) FROM depths d WHERE d.n < 3) END;
                END $$""")) {
            session.require("SELECT * FROM depths");
        }
    }

    @EachPostgres
    void what_a_materialized_view_holds_hangs_on_how_often_it_was_filled(Oracle postgres) {
        try (ServerSession session = session(postgres, """
                CREATE FUNCTION last() RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint';
                CREATE MATERIALIZED VIEW sums AS SELECT last() + 1 AS n;
                CREATE OR REPLACE FUNCTION last() RETURNS bigint LANGUAGE sql AS 'SELECT max(n) FROM public.sums';
                REFRESH MATERIALIZED VIEW sums; REFRESH MATERIALIZED VIEW sums""")) {
            assertThat(state(session, "SELECT 1 / (n - 3) FROM sums")).isEqualTo("22012");
        }
    }

    private static ServerSession session(Oracle postgres, String made) {
        ServerSession session = new ServerSession(postgres.connect());
        session.require(made);
        return session;
    }

    private static String state(ServerSession session, String sql) {
        return session.send(sql).map(ServerError::sqlState).orElse("");
    }
}
