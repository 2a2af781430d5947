package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot run in a transaction runs by itself, and keeps the comments that belong to it. */
class SupabaseBatchesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE INDEX CONCURRENTLY i ON t (a);                            | true
            create unique index concurrently if not exists i on t (a)        | true
            DROP INDEX CONCURRENTLY i;                                       | true
            REINDEX (VERBOSE) TABLE CONCURRENTLY t;                          | true
            ALTER TABLE s.t DETACH PARTITION s.p CONCURRENTLY;               | true
            VACUUM (ANALYZE) t;                                              | true
            CLUSTER t;                                                       | true
            ALTER SYSTEM SET work_mem = '8MB';                               | true
            REFRESH MATERIALIZED VIEW CONCURRENTLY v;                        | false
            CREATE TABLE vacuum (cluster text);                              | false
            SELECT 'create index concurrently i on t (a)';                   | false
            BEGIN; CREATE INDEX CONCURRENTLY i ON t (a); COMMIT;             | false
            """)
    void a_file_is_divided_for_what_cannot_run_in_a_transaction(String script, boolean divided) {
        assertThat(SupabaseBatches.of(SourceFile.of("1_a.sql", script)).isPresent())
                .isEqualTo(divided);
    }

    @Test
    void comments_stay_with_their_statements() {
        assertThat(sections("""
                        -- first
                        alter table t add a int; select 1; -- one
                        -- two
                        vacuum t; -- three
                        -- four
                        vacuum u; select 2;
                        select 3
                        """))
                .containsExactly(
                        "IMPLICIT -- first\nalter table t add a int; select 1; -- one\n",
                        "NONE -- two\nvacuum t; -- three\n",
                        "NONE -- four\nvacuum u; ",
                        "IMPLICIT select 2;\nselect 3\n");
    }

    private static List<String> sections(String script) {
        SourceFile file = SourceFile.of("1_a.sql", script);
        return SupabaseBatches.of(file).orElseThrow().stream()
                .map(section -> section.transaction() + " " + file.text(section.span()))
                .toList();
    }
}
