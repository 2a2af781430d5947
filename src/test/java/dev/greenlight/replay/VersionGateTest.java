package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server's version does not have fails as on that server, and nothing else fails for it. */
class VersionGateTest {
    @Test
    void what_a_statement_would_have_made_counts_as_there() {
        assertThat(errors(14, """
                CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);
                ALTER TABLE t ADD COLUMN b int;
                CREATE INDEX i ON t (a, c);
                """)).containsExactly("V1.sql:1 42601 PostgreSQL 14 does not have NULLS NOT DISTINCT");
    }

    @Test
    void a_version_that_has_it_runs_it() {
        assertThat(errors(15, "CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_parsed_fails_before_what_is_missing() {
        assertThat(errors(14, "MERGE INTO missing USING missing AS m ON true WHEN MATCHED THEN DELETE;"))
                .containsExactly("V1.sql:1 42601 PostgreSQL 14 does not have MERGE");
    }

    @Test
    void an_option_is_refused_only_where_the_statement_would_run() {
        assertThat(errors(14, """
                CREATE VIEW v WITH (security_invoker) AS SELECT 1 AS a;
                ALTER VIEW missing SET (security_invoker);
                ALTER VIEW IF EXISTS missing_too SET (security_invoker);
                CREATE VIEW w AS SELECT a FROM v;
                """))
                .containsExactly(
                        "V1.sql:1 22023 PostgreSQL 14 does not have the parameter security_invoker",
                        "V1.sql:2 42P01 relation \"missing\" does not exist");
    }

    @Test
    void a_body_is_read_by_the_version_that_reads_it() {
        String merge = "MERGE INTO t USING t AS s ON t.a = s.a WHEN MATCHED THEN DELETE;";
        assertThat(errors(14, """
                CREATE TABLE t (a int);
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                  IF true THEN
                    %s
                  END IF;
                END $$;
                CREATE FUNCTION g() RETURNS void LANGUAGE sql AS '%1$s';
                DO $$ BEGIN %1$s END $$;
                DO $$ BEGIN IF false THEN %1$s END IF; END $$;
                """.formatted(merge)))
                .containsExactly(
                        "V1.sql:5 42601 PostgreSQL 14 does not have MERGE",
                        "V1.sql:8 42601 PostgreSQL 14 does not have MERGE",
                        "V1.sql:9 42601 PostgreSQL 14 does not have MERGE",
                        "V1.sql:10 42601 PostgreSQL 14 does not have MERGE");
    }

    @Test
    void all_forms_of_a_statement_are_kept_in_the_order_in_which_they_stand() {
        HistoryRun run = Replaying.plain().version(12).run("""
                CREATE TABLE t (a text COMPRESSION lz4, b int, UNIQUE NULLS NOT DISTINCT (b));
                """);
        assertThat(Replaying.steps(run)
                        .getFirst()
                        .error()
                        .orElseThrow()
                        .tooOld()
                        .features())
                .extracting(feature -> feature.words() + " " + feature.since())
                .containsExactly("COMPRESSION 14", "NULLS NOT DISTINCT 15");
    }

    private static List<String> errors(int version, String sql) {
        return Replaying.errors(Replaying.plain()
                .version(version)
                .openness(ReplayOptions.Openness.CLOSED)
                .run(sql));
    }
}
