package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.remedy.SafeForm;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is said to do about a statement that needs what is made only later. */
class ProvenMoveTest {
    private static final String REFUNDS = "CREATE TABLE refunds (order_id bigint REFERENCES orders);";
    private static final String NOTE = "ALTER TABLE refunds ADD COLUMN note text;";
    private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY);";

    @Test
    void the_move_that_a_replay_has_shown_to_mend_all_is_told() {
        assertThat(advice("1_refunds.sql", REFUNDS, "2_note.sql", NOTE, "3_orders.sql", ORDERS))
                .containsExactly("Move db/3_orders.sql before db/1_refunds.sql: replayed so, everything goes through.");
    }

    /** To have what makes it run first would take two moves. */
    @Test
    void where_what_makes_it_needs_something_itself_the_other_one_moves() {
        assertThat(advice(
                        "1_refunds.sql", REFUNDS,
                        "2_customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);",
                        "3_orders.sql",
                                "CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customers);"))
                .containsExactly("Move db/1_refunds.sql to the end: replayed so, everything goes through.");
    }

    @Test
    void all_of_a_few_moves_are_told() {
        assertThat(advice(
                        "1_refunds.sql",
                        REFUNDS,
                        "2_note.sql",
                        NOTE,
                        "3_lines.sql",
                        "ALTER TABLE parts ADD COLUMN lines integer;",
                        "4_more.sql",
                        "ALTER TABLE parts ADD COLUMN more integer;",
                        "5_orders.sql",
                        ORDERS,
                        "6_parts.sql",
                        "CREATE TABLE parts (id bigint);"))
                .first()
                .isEqualTo("Move db/5_orders.sql before db/1_refunds.sql and db/6_parts.sql before db/3_lines.sql:"
                        + " replayed so, everything goes through.");
    }

    @Test
    void of_many_moves_those_are_told_that_concern_the_statement() {
        Map<String, String> files = new TreeMap<>();
        for (String table : List.of("a", "b", "c", "d")) {
            files.put("db/1" + table + ".sql", "ALTER TABLE " + table + " ADD COLUMN note text;");
            files.put("db/2" + table + ".sql", "ALTER TABLE " + table + " ADD COLUMN more text;");
            files.put("db/3" + table + ".sql", "CREATE TABLE " + table + " (id bigint);");
        }

        assertThat(advice(LintedFiles.of(files)))
                .contains("Move db/3b.sql before db/1b.sql. Replayed with 4 moves, which greenlight order lists,"
                        + " everything goes through.");
    }

    @Test
    void where_none_is_found_nothing_is_claimed() {
        assertThat(advice(
                        "1_refunds.sql",
                                "CREATE TABLE refunds (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);",
                        "2_orders.sql",
                                "CREATE TABLE orders (id bigint PRIMARY KEY, refund bigint REFERENCES refunds);"))
                .contains("Move this statement behind 2_orders.sql:1: no order of the migrations was found in which all"
                        + " go through.");
    }

    @Test
    void within_a_migration_the_statement_moves() {
        assertThat(advice("1_refunds.sql", REFUNDS + "\n" + ORDERS))
                .containsExactly("Move this statement behind 1_refunds.sql:2.");
    }

    @Test
    void what_no_order_mends_is_left_out_of_the_claim() {
        String never = "ALTER TABLE payments ADD COLUMN note text;";
        assertThat(advice("1_refunds.sql", REFUNDS, "2_note.sql", NOTE, "3_orders.sql", ORDERS, "4_never.sql", never))
                .contains("Move db/3_orders.sql before db/1_refunds.sql: replayed so, everything goes through but what"
                        + " fails in any order.");
        assertThat(advice("1_refunds.sql", REFUNDS, "2_note.sql", NOTE, "3_orders.sql", ORDERS, "4_typo.sql", "ALTR;"))
                .contains("Move db/3_orders.sql before db/1_refunds.sql: replayed so, everything goes through but what"
                        + " does not parse.");
    }

    /** What is not in the change has run. */
    @Test
    void only_what_has_changed_is_moved() {
        Map<String, String> files =
                Map.of("db/1_refunds.sql", REFUNDS, "db/2_note.sql", NOTE, "db/3_orders.sql", ORDERS);
        LintRequest request = LintRequest.of(MemoryTree.of(files), List.of("db"));
        Scope scope =
                new Scope(new TreeSet<>(List.of("db/1_refunds.sql", "db/2_note.sql")), Optional.empty(), "since main");

        assertThat(advice(Linter.lint(request.withScope(scope))))
                .containsExactly(
                        "Move db/1_refunds.sql to the end and db/2_note.sql to the end: replayed so, everything"
                                + " goes through.");
    }

    private static List<String> advice(String... namesAndTexts) {
        return advice(LintedFiles.of(namesAndTexts));
    }

    private static List<String> advice(Review review) {
        return review.findings().stream()
                .filter(finding -> finding.rule().equals("unmet-reference"))
                .flatMap(finding -> Optional.ofNullable(finding.safeForm()).stream())
                .map(SafeForm::advice)
                .toList();
    }
}
