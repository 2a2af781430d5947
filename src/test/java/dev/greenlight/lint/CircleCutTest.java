package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.remedy.SafeForm;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where a circle of migrations is cut, and that what is left of it runs. */
class CircleCutTest {
    private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, %s);";
    private static final String KEY =
            "CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE";

    @Test
    void a_key_of_a_column_is_added_behind_the_last_of_them() {
        Review review = LintedFiles.of(
                "V2__customers.sql",
                "CREATE TABLE \"Customers\" (id bigint PRIMARY KEY, \"Favourite\" bigint REFERENCES orders);",
                "V10__orders.sql",
                "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES \"Customers\");");

        assertThat(cut(review))
                .isEqualTo(new SafeForm(
                        "Open the circle at V2__customers.sql:1: make Customers without its key to orders, and add that"
                                + " in a migration behind db/V10__orders.sql.",
                        """
                        ALTER TABLE "Customers" ADD CONSTRAINT "Customers_Favourite_fkey" FOREIGN KEY ("Favourite") REFERENCES orders NOT VALID;
                        ALTER TABLE "Customers" VALIDATE CONSTRAINT "Customers_Favourite_fkey";"""));
    }

    @Test
    void what_is_cut_out_runs_where_it_is_put() {
        String customers = "CREATE TABLE customers (id bigint PRIMARY KEY, last bigint, %s);";
        String key = "FOREIGN KEY (last) REFERENCES orders";
        SafeForm cut = cut(
                LintedFiles.of("V1__orders.sql", ORDERS.formatted(KEY), "V2__customers.sql", customers.formatted(key)));

        Review review = LintedFiles.of(
                "V1__orders.sql", ORDERS.formatted("CHECK (true)"),
                "V2__customers.sql", customers.formatted(key),
                "V3__key.sql", cut.sql().lines().toList().getFirst(),
                "V4__validate.sql", cut.sql().lines().toList().getLast());

        assertThat(cut.sql()).contains("ADD " + KEY + " NOT VALID;");
        assertThat(review.findings()).isEmpty();
    }

    @Test
    void where_no_key_is_in_it_there_is_no_statement_to_add() {
        Review review = LintedFiles.of(
                "V1__a.sql", "CREATE VIEW a AS SELECT b.n FROM b;", "V2__b.sql", "CREATE VIEW b AS SELECT a.n FROM a;");

        assertThat(cut(review).sql()).isEmpty();
    }

    private static SafeForm cut(Review review) {
        return review.findings().stream()
                .filter(finding -> finding.rule().equals("circular-migrations"))
                .map(finding -> Objects.requireNonNull(finding.safeForm()))
                .findFirst()
                .orElseThrow();
    }
}
