package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayTransactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE t (a int);                                            | TRANSACTION
            CREATE INDEX CONCURRENTLY i ON t (a);                              | NO_TRANSACTION
            create unique index concurrently if not exists i on t (a)          | NO_TRANSACTION
            DROP INDEX CONCURRENTLY i; CREATE INDEX CONCURRENTLY i ON t (a);   | NO_TRANSACTION
            SET lock_timeout = '1s'; CREATE INDEX CONCURRENTLY i ON t (a);     | REFUSED
            VACUUM (ANALYZE) t;                                                | NO_TRANSACTION
            VACUUM t; ANALYZE t;                                               | REFUSED
            CREATE DATABASE d;                                                 | NO_TRANSACTION
            ALTER SYSTEM SET work_mem = '8MB';                                 | NO_TRANSACTION
            DISCARD ALL;                                                       | NO_TRANSACTION
            DISCARD PLANS;                                                     | TRANSACTION
            REINDEX (VERBOSE) DATABASE d;                                      | NO_TRANSACTION
            REINDEX TABLE CONCURRENTLY t;                                      | TRANSACTION
            CREATE INDEX i ON t (a); -- not concurrently                       | TRANSACTION
            CREATE TABLE vacuum (system text);                                 | TRANSACTION
            ALTER TYPE mood ADD VALUE 'calm';                                  | TRANSACTION
            """)
    void flyway_goes_by_the_first_words_of_statements(String script, FlywayTransaction expected) {
        assertThat(FlywayTransaction.of(SourceFile.of("V1__x.sql", script))).isEqualTo(expected);
    }
}
