package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {
    @Test
    void nothing_has_but_a_verdict_and_what_was_read() {
        assertThat(markdown(Map.of("db/V1__a.sql", "-- Nothing.\n"))).isEqualTo("""
                # Greenlight: 🟢 SAFE

                0 findings; 1 migration, 0 statements: 0 red, 0 yellow, 0 green; 0 not understood.

                ## Statements

                1 migration: 🟢 green and not listed.

                ## Notes

                - Note: db: taken for flyway: 1 up
                """);
    }

    @Test
    void migrations_that_go_down_are_counted_and_not_listed() {
        String markdown = markdown(Map.of(
                "db/000001_a.up.sql", "CREATE TABLE a (id int);\n",
                "db/000001_a.down.sql", "DROP TABLE a;\n",
                "db/000002_b.up.sql", "CREATE INDEX i ON a (id);\n",
                "db/000002_b.down.sql", "DROP INDEX i;\n"));

        assertThat(markdown)
                .contains("4 statements: 1 red, 0 yellow, 1 green, 2 going down; ")
                .contains("### 🔴 red: `db/000002_b.up.sql`\n")
                .contains("- [ ] 🔴 red: an approval and a backup, for 1 statement in 1 migration\n")
                .contains("\n1 migration: 🟢 green and not listed.\n")
                .contains("\n2 migrations: going down and not listed.\n")
                .doesNotContain("### 🔴 red: `db/000001_a.down.sql`");
    }

    @Test
    void a_long_statement_is_cut() {
        String markdown = markdown(Map.of(
                "db/V1__a.sql",
                "CREATE TABLE a (id int);\n",
                "db/V2__b.sql",
                "INSERT INTO a\n\tVALUES (1)" + ", (1)".repeat(100_000) + ";\nDROP TABLE a;\n"));

        assertThat(markdown).contains("| `INSERT INTO a VALUES (1)" + ", (1)".repeat(15) + ",…` |");
    }

    @Test
    void a_chart_shows_who_waits_while_later_statements_run() {
        String markdown = markdown(Map.of(
                "db/V1__a.sql",
                "CREATE TABLE \"a:b ```#;\" (id int);\nCREATE TABLE c (id int);\n",
                "db/V2__b.sql",
                "ALTER TABLE \"a:b ```#;\"\n    ADD m int;\n\nCREATE INDEX i ON c (id);\n",
                "db/V3__c.sql",
                "CREATE INDEX j ON c (id);\n"));

        assertThat(markdown).containsOnlyOnce("```mermaid").contains("""
                gantt
                    dateFormat x
                    axisFormat %s
                    tickInterval 1second
                    section a?b ?????
                        ACCESS EXCLUSIVE, reads and writes wait :crit, 1000, 5000
                    section c
                        SHARE, writes wait :active, 4000, 5000
                ```
                """);
    }

    private static String markdown(Map<String, String> files) {
        Review review = Linter.lint(LintRequest.of(MemoryTree.of(files), List.of("db")));
        return Reviews.write(new MarkdownFormat(), review);
    }
}
