package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderCommandTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("greenlight.yml", "history: closed\n")
                .file("db/V1__customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);\n");
    }

    @Test
    void an_order_that_is_right_is_told() {
        Outcome outcome = workspace
                .file("db/V2__orders.sql", "CREATE TABLE orders (customer bigint REFERENCES customers);\n")
                .run("order", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("the order is right: 2 migrations, and each finds what it needs\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.CLEAN);
    }

    /** Letting V2 and V3 by, which need V4, would take two moves. */
    @Test
    void the_fewest_moves_are_told_and_the_order_that_they_make() {
        Outcome outcome = workspace
                .file("db/V2__refunds.sql", "CREATE TABLE refunds (order_id bigint REFERENCES orders);\n")
                .file("db/V3__note.sql", "ALTER TABLE refunds ADD COLUMN note text;\n")
                .file("db/V4__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);\n")
                .run("order", "db");

        assertThat(outcome.out()).isEqualTo("""
                the order is wrong
                  db/V2__refunds.sql:1 needs orders, which db/V4__orders.sql makes

                move
                  db/V4__orders.sql before db/V2__refunds.sql

                then all go through, as a replay has shown, in this order
                  db/V1__customers.sql
                > db/V4__orders.sql
                  db/V2__refunds.sql
                  db/V3__note.sql
                """);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void a_drop_goes_behind_what_uses_the_table() {
        Outcome outcome = workspace
                .file("db/V2__drop.sql", "DROP TABLE customers;\n")
                .file("db/V3__name.sql", "ALTER TABLE customers ADD COLUMN name text;\n")
                .file("db/V4__mail.sql", "ALTER TABLE customers ADD COLUMN mail text;\n")
                .run("order", "db");

        assertThat(outcome.out()).contains("""
                move
                  db/V2__drop.sql to the end
                """);
    }

    @Test
    void a_circle_is_the_proof_that_there_is_no_order() {
        Outcome outcome = workspace
                .file("db/V2__a.sql", "CREATE TABLE a (id bigint PRIMARY KEY, b bigint REFERENCES b);\n")
                .file("db/V3__b.sql", "CREATE TABLE b (id bigint PRIMARY KEY, c bigint REFERENCES c);\n")
                .file("db/V4__c.sql", "CREATE TABLE c (id bigint PRIMARY KEY, a bigint REFERENCES a);\n")
                .run("order", "db");

        assertThat(outcome.out()).isEqualTo("""
                there is no safe order: these need each other, and nothing else makes it
                  db/V2__a.sql:1 needs b, which db/V3__b.sql makes
                  db/V3__b.sql:1 needs c, which db/V4__c.sql makes
                  db/V4__c.sql:1 needs a, which db/V2__a.sql makes
                """);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void what_cannot_go_together_has_been_tried_in_every_order() {
        Outcome outcome = workspace
                .file("db/V2__again.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);\n")
                .run("order", "db");

        assertThat(outcome.out()).isEqualTo("""
                there is no safe order: all were tried, and in the one that there is
                  db/V2__again.sql:1 fails: relation "customers" already exists (42P07)
                """);
    }

    @Test
    void what_no_order_mends_is_told_apart() {
        Outcome outcome = workspace
                .file("db/V2__never.sql", "ALTER TABLE payments ADD COLUMN note text;\n")
                .file("db/V3__note.sql", "ALTER TABLE orders ADD COLUMN note text;\n")
                .file("db/V4__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);\n")
                .run("order", "db");

        assertThat(outcome.out())
                .contains("  db/V4__orders.sql before db/V3__note.sql\n")
                .endsWith("""

                        in any order
                          db/V2__never.sql:1 needs payments, which no migration makes
                        """);
    }

    @Test
    void what_a_migration_declares_is_heeded() {
        Outcome outcome = workspace
                .file("db/V2__prices.sql", "-- DEPENDS: V3__parts.sql\nCREATE TABLE prices (id bigint);\n")
                .file("db/V3__parts.sql", "CREATE TABLE parts (id bigint);\n")
                .run("order", "db");

        assertThat(outcome.out()).isEqualTo("""
                the order is wrong
                  db/V2__prices.sql:1 depends on db/V3__parts.sql, as it declares

                move
                  db/V3__parts.sql before db/V2__prices.sql

                then all go through, as a replay has shown, in this order
                  db/V1__customers.sql
                > db/V3__parts.sql
                  db/V2__prices.sql
                """);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void what_is_declared_yields_to_what_is_needed() {
        Outcome outcome = workspace
                .file("db/V2__parts.sql", "-- DEPENDS: V3\nCREATE TABLE parts (id bigint PRIMARY KEY);\n")
                .file("db/V3__prices.sql", "CREATE TABLE prices (part bigint REFERENCES parts);\n")
                .run("order", "db");

        assertThat(outcome.out()).isEqualTo("the order is right: 3 migrations, and each finds what it needs\n");
    }

    /** What a column is made under need not be what it is asked for by. */
    @Test
    void a_column_goes_with_its_table_from_name_to_name() {
        Outcome outcome = workspace
                .file("db/V2__away.sql", "ALTER TABLE customers RENAME TO clients;\n")
                .file("db/V3__back.sql", """
                        ALTER TABLE clients RENAME TO customers;
                        ALTER TABLE customers DROP COLUMN name;
                        """)
                .file("db/V4__name.sql", "ALTER TABLE clients ADD COLUMN name text;\n")
                .run("order", "db");

        assertThat(outcome.out()).contains("move\n  db/V4__name.sql before db/V3__back.sql\n");
    }
}
