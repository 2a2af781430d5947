package dev.greenlight.rule.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.PgDump;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages on circles say of dumps and of restoring them is what pg_dump and servers do. */
@Tag("pg_dump")
@Tag("postgres")
class CircleDumpsTest {
    private static final String TABLES = """
            CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
            CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);
            ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES b""";
    private static final String ROWS = "WITH row AS (INSERT INTO a VALUES (1, 1)) INSERT INTO b VALUES (1, 1)";
    private static final String DEFERRED = TABLES + " DEFERRABLE INITIALLY DEFERRED";
    private static final String PAIRS = "SELECT count(*) FROM public.a, public.b";
    private static final String WARNING = "there are circular foreign-key constraints among these tables";

    @Test
    void a_whole_dump_of_a_circle_of_keys_is_restored() throws Exception {
        PgDump dump = dump(TABLES + ";" + ROWS, "--inserts");

        assertThat(dump.warnings()).isEmpty();
        assertThat(refused("", dump, PAIRS, "1")).isEmpty();
    }

    @Test
    void a_dump_of_its_data_alone_is_warned_of_and_not_restored() throws Exception {
        PgDump dump = dump(TABLES + ";" + ROWS, "--inserts", "--data-only");

        assertThat(dump.warnings()).contains(WARNING);
        assertThat(refused(TABLES, dump, PAIRS, "0")).containsExactly("23503", "23503");
        assertThat(refused(TABLES, once(dump), PAIRS, "0")).contains("23503");
    }

    @Test
    void without_triggers_it_is() throws Exception {
        PgDump dump = dump(TABLES + ";" + ROWS, "--inserts", "--data-only", "--disable-triggers");

        assertThat(refused(TABLES, dump, PAIRS, "1")).isEmpty();
    }

    @Test
    void keys_that_are_all_deferred_let_it_be_restored_in_one_transaction() throws Exception {
        String tables = DEFERRED + "; ALTER TABLE b ALTER CONSTRAINT b_a_fkey DEFERRABLE INITIALLY DEFERRED";
        PgDump dump = dump(tables + ";" + ROWS, "--inserts", "--data-only");

        assertThat(dump.warnings()).contains(WARNING);
        assertThat(refused(tables, dump, PAIRS, "0")).containsExactly("23503", "23503");
        assertThat(refused(tables, once(dump), PAIRS, "1")).isEmpty();
    }

    @Test
    void where_one_is_it_hangs_on_the_order_in_which_the_tables_come() throws Exception {
        PgDump first = dump(DEFERRED + ";" + ROWS, "--inserts", "--data-only");
        String other = TABLES + "; ALTER TABLE b ALTER CONSTRAINT b_a_fkey DEFERRABLE INITIALLY DEFERRED";
        PgDump second = dump(other + ";" + ROWS, "--inserts", "--data-only");

        assertThat(refused(DEFERRED, once(first), PAIRS, "1")).isEmpty();
        assertThat(refused(other, once(second), PAIRS, "0")).contains("23503");
    }

    @Test
    void a_column_that_may_be_null_does_not() throws Exception {
        String tables = TABLES + "; ALTER TABLE a ALTER COLUMN b DROP NOT NULL";
        PgDump dump = dump(tables + ";" + ROWS, "--inserts", "--data-only");

        assertThat(dump.warnings()).contains(WARNING);
        assertThat(refused(tables, once(dump), PAIRS, "0")).contains("23503");
    }

    @Test
    void a_view_that_names_itself_is_not_restored_and_two_views_are() throws Exception {
        String one = "CREATE VIEW v AS SELECT 1 AS n; CREATE OR REPLACE VIEW v AS SELECT n FROM v";
        String two = """
                CREATE VIEW v AS SELECT 1 AS n;
                CREATE VIEW w AS SELECT n FROM v;
                CREATE OR REPLACE VIEW v AS SELECT n FROM w""";
        String views = "SELECT count(*) FROM pg_views WHERE schemaname = 'public'";

        assertThat(refused("", dump(one), views, "0")).contains("42P01");
        assertThat(refused("", dump(two), views, "2")).isEmpty();
    }

    @Test
    void a_view_and_a_function_are_made_one_after_the_other() throws Exception {
        String view = "CREATE VIEW v AS SELECT 0 AS n; CREATE FUNCTION f() RETURNS int LANGUAGE sql %s;"
                + "CREATE OR REPLACE VIEW v AS SELECT f() AS n";
        PgDump string = dump(view.formatted("AS 'SELECT n FROM v'"));
        PgDump parsed = dump(view.formatted("BEGIN ATOMIC SELECT n FROM v; END"));

        assertThat(string.text().indexOf("CREATE FUNCTION"))
                .isLessThan(string.text().indexOf("CREATE VIEW"));
        assertThat(string.text()).contains("SET check_function_bodies = false").doesNotContain("CREATE OR REPLACE");
        assertThat(parsed.text().indexOf("CREATE VIEW"))
                .isLessThan(parsed.text().indexOf("CREATE FUNCTION"))
                .isLessThan(parsed.text().indexOf("CREATE OR REPLACE VIEW"));
        assertThat(refused("", string, "SELECT count(*) FROM pg_proc WHERE proname = 'f'", "1"))
                .isEmpty();
        assertThat(refused("", parsed, "SELECT count(*) FROM pg_proc WHERE proname = 'f'", "1"))
                .isEmpty();
    }

    @Test
    void a_materialized_view_in_a_circle_begins_anew() throws Exception {
        PgDump dump = dump("""
                CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint';
                CREATE MATERIALIZED VIEW m AS SELECT f() + 1 AS n;
                CREATE OR REPLACE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT coalesce(max(n), 0) FROM public.m';
                REFRESH MATERIALIZED VIEW m; REFRESH MATERIALIZED VIEW m""");

        assertThat(refused("", dump, "SELECT n FROM public.m", "1")).isEmpty();
    }

    @Test
    void of_two_materialized_views_one_is_filled_before_the_other() throws Exception {
        PgDump dump = dump("""
                CREATE MATERIALIZED VIEW z AS SELECT 1 AS n;
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT max(n) FROM public.z';
                CREATE MATERIALIZED VIEW m AS SELECT f() AS n;
                DROP MATERIALIZED VIEW z;
                CREATE MATERIALIZED VIEW z AS SELECT n FROM m""");

        assertThat(refused("", dump, "SELECT 1", "1")).contains("55000");
    }

    private static PgDump dump(String made, String... options) throws SQLException, IOException, InterruptedException {
        try (ServerSession session =
                new ServerSession(Oracle.postgres(PgDump.VERSION).connect())) {
            session.require(made);
            return PgDump.of(session, options);
        }
    }

    /** The same as {@code psql --single-transaction} sends it. */
    private static PgDump once(PgDump dump) {
        return new PgDump("BEGIN;\n" + dump.text() + "\nCOMMIT;\n", dump.warnings());
    }

    /**
     * What the server refuses of a dump, by SQLSTATE.
     *
     * @param made what is there before
     * @param query what is asked afterwards, and what it gives
     */
    private static List<String> refused(String made, PgDump dump, String query, String expected) throws SQLException {
        try (ServerSession session =
                new ServerSession(Oracle.postgres(PgDump.VERSION).connect())) {
            session.require(made);
            List<String> refused = new ArrayList<>();
            String text = dump.text();
            for (StatementText statement : Splitter.split(text, new Span(0, text.length()))) {
                if (statement.kind() == StatementText.Kind.SQL) {
                    session.send(text.substring(
                                    statement.span().start(), statement.span().end()))
                            .map(ServerError::sqlState)
                            .ifPresent(refused::add);
                }
            }
            assertThat(value(session, query)).isEqualTo(expected);
            return refused;
        }
    }

    private static String value(ServerSession session, String query) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
