package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a whole project is told. */
final class LinterTest {
    @Test
    void aTableThatIsOnlyAssumedIsThereForOthers() {
        Review review = lint("lone.sql", "CREATE INDEX i ON orders (id);\nCREATE INDEX j ON orders (at);\n");

        assertThat(LintedFiles.findings(review))
                .containsExactly("lone.sql:1 create-index-blocks-writes", "lone.sql:2 create-index-blocks-writes");
        assertThat(review.summary().open()).isTrue();
        assertThat(review.notes()).containsExactly("names that no migration makes are assumed: orders");
    }

    @Test
    void whatAFailedStatementWouldHaveMadeIsNobodysBusinessYet() {
        Review review = LintedFiles.of("1_a.sql", """
                CREATE TABLE orders (id bigint, customer bigint REFERENCES customers);
                CREATE INDEX i ON orders (id);
                """);

        assertThat(LintedFiles.findings(review)).containsExactly("1_a.sql:1 unmet-reference");
    }

    @Test
    void aDownMigrationIsRunAfterItsUpAndThrownAway() {
        Review review = LintedFiles.of(
                "1_a.up.sql", "CREATE TABLE a (id bigint);",
                "1_a.down.sql", "DROP TABLE a;",
                "2_b.up.sql", "CREATE TABLE b (id bigint); ALTER TABLE a ADD COLUMN name text;",
                "2_b.down.sql", "DROP TABLE b; ALTER TABLE a DROP COLUMN nick;");

        assertThat(LintedFiles.findings(review)).containsExactly("2_b.down.sql:1 unmet-reference");
        assertThat(review.summary().migrations()).isEqualTo(4);
        assertThat(review.summary().statements()).isEqualTo(6);
        assertThat(review.summary().green()).isEqualTo(3);
    }

    @Test
    void whatIsMissingIsCalledMadeLaterOrNeverCame() {
        Review review = LintedFiles.of(
                "1_a.sql", "CREATE INDEX i ON orders (id);", "2_b.sql", "CREATE TABLE orders (id bigint);");

        assertThat(review.findings().getFirst().message())
                .isEqualTo("the deploy stops here: relation \"orders\" does not exist (42P01),"
                        + " 2_b.sql:1 makes it only later");
    }

    @Test
    void migrationsThatNeedEachOtherAreNamedWhole() {
        Review review = LintedFiles.of(
                "1_a.sql", "CREATE TABLE a (id bigint PRIMARY KEY, b_id bigint REFERENCES b);",
                "2_b.sql", "CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a);");

        assertThat(LintedFiles.findings(review)).contains("1_a.sql:1 circular-migrations", "1_a.sql:1 unmet-reference");
        assertThat(review.findings())
                .filteredOn(finding -> finding.rule().equals("circular-migrations"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("no order satisfies these migrations:"
                                + " db/1_a.sql:1 needs b, which db/2_b.sql:1 makes;"
                                + " db/2_b.sql:1 needs a, which db/1_a.sql:1 makes"));
    }

    @Test
    void aBaselineSchemaIsThereAndReportedNowhere() {
        MemoryTree tree = MemoryTree.of(Map.of(
                "dump.sql", "SET search_path = shop; CREATE SCHEMA shop; CREATE TABLE shop.orders (id bigint);",
                "db/1_a.sql", "ALTER TABLE orders ADD COLUMN note text;"));
        Review review = Linter.lint(LintRequest.of(tree, List.of("db")).withBaselineSchema(List.of("dump.sql")));

        assertThat(review.findings()).isEmpty();
        assertThat(review.summary().statements()).isEqualTo(1);
        assertThat(review.summary().open()).isFalse();
    }

    private static Review lint(String path, String sql) {
        return Linter.lint(LintRequest.of(MemoryTree.of(Map.of("db/" + path, sql)), List.of("db/" + path)));
    }
}
