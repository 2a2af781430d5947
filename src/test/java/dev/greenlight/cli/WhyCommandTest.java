package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyCommandTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("db/V1__orders.sql", """
                        CREATE TABLE customers (id bigint PRIMARY KEY);

                        CREATE TABLE orders (
                            id bigint PRIMARY KEY,
                            customer_id bigint
                        );
                        """)
                .file("db/V2__amount.sql", "ALTER TABLE orders ADD COLUMN amount numeric;\n")
                .file("db/V3__total.sql", "ALTER TABLE orders RENAME COLUMN amount TO total;\n")
                .file("db/V4__check.sql", """
                        ALTER TABLE orders ADD CONSTRAINT total_present CHECK (total IS NOT NULL) NOT VALID;
                        """)
                .file("db/V5__validate.sql", "ALTER TABLE orders VALIDATE CONSTRAINT total_present;\n");
    }

    @Test
    void the_chain_leads_from_the_table_to_what_proves_the_answer() {
        workspace.file("db/V6__required.sql", "-- now it is\nALTER TABLE orders\n  ALTER total SET NOT NULL;\n");

        Outcome outcome = workspace.run("why", "db/V6__required.sql:3", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(outcome.out()).isEqualTo("""
                db/V6__required.sql:2: green
                  ALTER TABLE orders
                    ALTER total SET NOT NULL

                what led here
                  db/V1__orders.sql:3    makes table orders
                  db/V2__amount.sql:1    adds column orders.amount numeric
                  db/V3__total.sql:1     renames column orders.amount to total
                  db/V4__check.sql:1     adds check total_present of orders, NOT VALID
                  db/V5__validate.sql:1  validates check total_present of orders

                so this statement
                  makes column orders.total NOT NULL
                      a validated check proves that it is never null, so that no row is read
                  locks orders in mode ACCESS EXCLUSIVE, which blocks reads and writes
                  lasts no longer on a large table than on a small one
                """);
    }

    @Test
    void a_foreign_key_is_about_both_tables_and_the_key_that_it_refers_to() {
        workspace.file("db/V6__key.sql", """
                ALTER TABLE orders ADD CONSTRAINT customer FOREIGN KEY (customer_id) REFERENCES customers;
                """);

        Outcome outcome = workspace.run("why", "db/V6__key.sql:1", "db");

        assertThat(outcome.out())
                .contains("""
                        what led here
                          db/V1__orders.sql:1  makes table customers, adds primary key customers_pkey of customers
                          db/V1__orders.sql:3  makes table orders
                        """)
                .contains("looks up every row in the table that is referred to")
                .contains("red[add-foreign-key-without-not-valid]");
    }

    @Test
    void what_is_missed_is_followed_to_the_statement_that_took_it_away() {
        workspace.file("db/V6__amount.sql", "ALTER TABLE orders ALTER amount DROP NOT NULL;\n");

        Outcome outcome = workspace.run("why", "db/V6__amount.sql:1", "db");

        assertThat(outcome.out())
                .contains("  db/V2__amount.sql:1  adds column orders.amount numeric\n"
                        + "  db/V3__total.sql:1   renames column orders.amount to total\n")
                .contains("is rejected by PostgreSQL: column \"amount\" of relation \"orders\" does not exist (42703)");
    }

    @Test
    void a_drop_that_others_stand_in_the_way_of_shows_where_they_were_made() {
        workspace
                .file("db/V6__view.sql", "CREATE VIEW totals AS SELECT total FROM orders;\n")
                .file("db/V7__drop.sql", "DROP TABLE orders;\n");

        Outcome outcome = workspace.run("why", "db/V7__drop.sql:1", "db");

        assertThat(outcome.out()).contains("  db/V6__view.sql:1    makes view totals\n");
    }

    @Test
    void what_happened_in_the_same_transaction_is_told_apart() {
        workspace.file("db/V6__lines.sql", """
                CREATE TABLE lines (id bigint);
                CREATE INDEX ON lines (id);
                """);

        Outcome outcome = workspace.run("why", "db/V6__lines.sql:2", "db");

        assertThat(outcome.out()).contains("""
                what led here
                  db/V6__lines.sql:1  makes table lines (in the same transaction)
                """);
    }

    @Test
    void a_table_that_took_a_name_over_is_not_the_one_before_it() {
        workspace.file("db/V6__swap.sql", """
                ALTER TABLE orders RENAME TO orders_old;
                CREATE TABLE orders (id bigint);
                """).file("db/V7__note.sql", "ALTER TABLE orders ADD COLUMN note text;\n");

        Outcome outcome = workspace.run("why", "db/V7__note.sql:1", "db");

        assertThat(outcome.out()).contains("""
                what led here
                  db/V6__swap.sql:2  makes table orders

                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db/V1__orders.sql    | db/V1__orders.sql: say which line, as in db/V7__orders.sql:3
            db/V1__orders.sql:2  | db/V1__orders.sql:2: there is no statement on this line
            db/V9__orders.sql:2  | db/V9__orders.sql:2: db/V9__orders.sql is none of the migrations that were read; \
            name the folder that it belongs to behind it
            """)
    void a_place_without_a_statement_is_told(String place, String message) {
        Outcome outcome = workspace.run("why", place, "db");

        assertThat(outcome.err()).isEqualTo("greenlight: " + message + "\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    }
}
