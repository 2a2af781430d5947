package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of another database is one finding, and one with mistakes has one for each. */
class ForeignFilesTest {

    private static List<String> messages(Review review) {
        return review.findings().stream().map(Finding::message).toList();
    }

    @Test
    void a_file_of_another_database_is_said_once() {
        Review review = LintedFiles.of("V1__a.sql", """
                CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB;
                CREATE TABLE `b` (id int);
                SELECT 1;
                ALTER TABLE a MODIFY id bigint;
                INSERT IGNORE INTO a VALUES (1);
                """);

        assertThat(LintedFiles.findings(review)).containsExactly("V1__a.sql:1 syntax-error");
        assertThat(messages(review))
                .containsExactly("syntax error at or near \"AUTO_INCREMENT\"; the file is written for MySQL:"
                        + " PostgreSQL rejects 4 of its 5 statements");
        assertThat(review.migrations().flatMap(migration -> migration.statements().stream()))
                .extracting(StatementReview::signal)
                .containsExactly(Signal.RED, Signal.RED, Signal.GREEN, Signal.RED, Signal.RED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SQL Server | CREATE TABLE [a] (id int IDENTITY(1,1)); ALTER TABLE [a] ADD [b] int;
            Oracle     | CREATE TABLE a (id VARCHAR2(10 CHAR)); ALTER TABLE a MODIFY (id NUMBER(10));
            SQLite     | PRAGMA foreign_keys = ON; CREATE TABLE a (id integer PRIMARY KEY AUTOINCREMENT);
            """)
    void each_database_is_named(String database, String sql) {
        assertThat(messages(LintedFiles.of("V1__a.sql", sql)))
                .singleElement()
                .asString()
                .endsWith("the file is written for " + database + ": PostgreSQL rejects 2 of its 2 statements");
    }

    @Test
    void one_slip_does_not_make_a_file_foreign() {
        Review review = LintedFiles.of("V1__a.sql", """
                CREATE TABLE a (id int AUTO_INCREMENT);
                CREATE TABLE b (id int note text);
                CREATE TABLE c (id int);
                """);

        assertThat(LintedFiles.findings(review))
                .containsExactly("V1__a.sql:1 syntax-error", "V1__a.sql:2 syntax-error");
    }

    @Test
    void statements_behind_a_mistake_are_read_and_what_it_would_have_made_is_not_missed() {
        Review review = LintedFiles.of("V1__a.sql", """
                CREATE TABLE a (id int note text);
                ALTER TABLE a ADD COLUMN more int;
                DROP TABLE never_made;
                """);

        assertThat(LintedFiles.findings(review))
                .containsExactly("V1__a.sql:1 syntax-error", "V1__a.sql:3 unmet-reference");
        assertThat(review.summary().unparsed()).isEqualTo(1);
    }

    @Test
    void what_a_placeholder_decides_is_no_finding_but_a_note() {
        Review review = LintedFiles.of("V1__a.sql", "CREATE TABLE a (id int) ${options};");

        assertThat(review.findings()).isEmpty();
        assertThat(review.notes()).anyMatch(note -> note.endsWith("not understood: the placeholder options decides"));
    }

    @Test
    void what_is_beyond_a_limit_is_no_finding_but_a_note() {
        Review review = LintedFiles.of(
                "V1__a.sql", "SELECT " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ";\nDROP TABLE never_made;");

        assertThat(LintedFiles.findings(review)).containsExactly("V1__a.sql:2 unmet-reference");
        assertThat(review.notes())
                .anyMatch(note -> note.endsWith("not understood: nested more than 250 levels deep: write it flatter"));
    }
}
