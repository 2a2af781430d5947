package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken to run outside of a transaction where the tool is not known. */
final class GuessedTransactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique index concurrently if not exists i on t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
                "VACUUM FULL t",
                "VACUUM",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "CREATE DATABASE d",
                "DROP TABLESPACE s",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY"
            })
    @Tag("postgres")
    void whatAServerRefusesInATransactionRunsOutside(String sql) throws SQLException {
        assertThat(refusedInTransaction(sql)).isTrue();
        assertThat(mode("SELECT 1;\n-- CONCURRENTLY\n" + sql + ";")).isEqualTo(TransactionMode.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX concurrently_made ON t (a)",
                "CREATE INDEX \"CONCURRENTLY\" ON t (a)",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "COMMENT ON DATABASE d IS 'VACUUM'",
                "ALTER TABLE t ADD COLUMN system text",
                "REINDEX TABLE t",
                "INSERT INTO t VALUES ('VACUUM')"
            })
    void otherFilesAreWrapped(String sql) {
        assertThat(mode(sql + ";")).isEqualTo(TransactionMode.MIGRATION);
    }

    @Test
    void aLoneFileThatBuildsAnIndexConcurrentlyIsNoMistake() {
        LintRequest request = LintRequest.of(
                MemoryTree.of(Map.of("index.sql", "CREATE INDEX CONCURRENTLY i ON t (a);\n")), List.of("index.sql"));

        assertThat(Linter.lint(request).findings()).isEmpty();
    }

    @Test
    void insideATransactionOfItsOwnItIsOne() {
        LintRequest request = LintRequest.of(
                MemoryTree.of(Map.of("index.sql", "BEGIN;\nCREATE INDEX CONCURRENTLY i ON t (a);\nCOMMIT;\n")),
                List.of("index.sql"));

        assertThat(Linter.lint(request).findings())
                .extracting(finding -> finding.rule())
                .containsExactly("concurrently-in-transaction");
    }

    private static TransactionMode mode(String text) {
        return GuessedTransaction.of(SourceFile.of("a.sql", text));
    }

    private static boolean refusedInTransaction(String sql) throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a int); CREATE TABLE p (a int) PARTITION BY LIST (a);"
                    + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON t (a)");
            statement.execute("BEGIN");
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return "25001".equals(e.getSQLState());
        }
    }
}
