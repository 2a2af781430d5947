package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements that are right as they are, and still not green. */
class ReasonsTest {
    private static final String TABLES =
            "CREATE TABLE customers (id bigint PRIMARY KEY); CREATE TABLE orders (customer_id bigint);";

    @Test
    void a_new_constraint_that_is_left_to_validate_needs_care_and_no_finding() {
        Review review = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_key.sql",
                "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;");

        assertThat(review.findings()).isEmpty();
        assertThat(last(review).signal()).isEqualTo(Signal.YELLOW);
        assertThat(last(review).reasons()).containsExactly("new-constraint", "strong-locks-together");
    }

    @Test
    void a_key_that_comes_with_its_column_breaks_no_code_that_runs() {
        Review review = LintedFiles.of(
                "1_tables.sql",
                TABLES,
                "2_key.sql",
                "ALTER TABLE customers ADD COLUMN referrer bigint REFERENCES customers;");

        assertThat(review.findings()).isEmpty();
        assertThat(last(review).signal()).isEqualTo(Signal.GREEN);
    }

    private static StatementReview last(Review review) {
        List<MigrationReview> migrations = review.histories().getFirst().migrations();
        return migrations.getLast().statements().getLast();
    }
}
