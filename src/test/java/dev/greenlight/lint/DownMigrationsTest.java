package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A down migration takes away what its up made: that is red, and nothing that anybody is to act on. */
class DownMigrationsTest {
    @Test
    void what_a_down_takes_away_is_no_finding_and_its_signal_stays() {
        Review review = LintedFiles.of(
                "1_orders.up.sql", "CREATE TABLE orders (id bigint);",
                "1_orders.down.sql", "DROP TABLE orders;");

        assertThat(review.findings()).isEmpty();
        assertThat(signals(review)).containsExactly(Signal.GREEN, Signal.RED);
        assertThat(review.summary().verdict()).isEqualTo(Verdict.SAFE);
    }

    @Test
    void a_down_that_would_not_run_is_a_finding() {
        Review review = LintedFiles.of(
                "1_orders.up.sql", "CREATE TABLE orders (id bigint);",
                "1_orders.down.sql", "DROP TABLE order;\nDROP TABLE invoices;");

        assertThat(LintedFiles.findings(review)).contains("1_orders.down.sql:2 unmet-reference");
    }

    @Test
    void what_is_gone_when_a_down_drops_it_is_not_said_to_come_later() {
        Review review = LintedFiles.of(
                "1_orders.up.sql", "CREATE TABLE orders (id bigint);",
                "2_note.up.sql", "ALTER TABLE orders ADD COLUMN note text;\nCREATE INDEX i ON orders (note);",
                "2_note.down.sql", "ALTER TABLE orders DROP COLUMN note;\nDROP INDEX i;");

        assertThat(review.findings())
                .extracting(Finding::message)
                .contains("going back stops here: index \"i\" does not exist (42704), 2_note.down.sql:1 dropped it");
    }

    @Test
    void the_same_in_an_up_is_a_finding() {
        Review review = LintedFiles.of(
                "1_orders.up.sql", "CREATE TABLE orders (id bigint);",
                "2_no_orders.up.sql", "DROP TABLE orders;");

        assertThat(LintedFiles.findings(review)).containsExactly("2_no_orders.up.sql:1 drop-table");
    }

    private static List<Signal> signals(Review review) {
        return review.histories().stream()
                .flatMap(history -> history.migrations().stream())
                .map(MigrationReview::signal)
                .toList();
    }
}
