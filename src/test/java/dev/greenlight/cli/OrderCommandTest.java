package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.greenlight.cli.Workspace.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each history begins with a migration V1 that makes the table customers. */
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

    private Outcome order(List<String> migrations) {
        for (int i = 0; i < migrations.size(); i++) {
            workspace.file("db/V" + (i + 2) + "__step.sql", migrations.get(i) + "\n");
        }
        return workspace.run("order", "db");
    }

    static Stream<Arguments> right() {
        return Stream.of(
                arguments(
                        "what is needed is there",
                        List.of("CREATE TABLE orders (customer bigint REFERENCES customers);")),
                arguments(
                        "what is declared yields to what is needed",
                        List.of(
                                "-- DEPENDS: V3\nCREATE TABLE parts (id bigint PRIMARY KEY);",
                                "CREATE TABLE prices (part bigint REFERENCES parts);")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void an_order_that_is_right_is_told(String name, List<String> migrations) {
        Outcome outcome = order(migrations);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .isEqualTo("the order is right: " + (migrations.size() + 1)
                        + " migrations, and each finds what it needs\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.CLEAN);
    }

    static Stream<Arguments> moves() {
        return Stream.of(
                arguments(
                        "a drop goes behind what uses the table",
                        List.of(
                                "DROP TABLE customers;",
                                "ALTER TABLE customers ADD COLUMN name text;",
                                "ALTER TABLE customers ADD COLUMN mail text;"),
                        "move\n  db/V2__step.sql to the end\n"),
                arguments(
                        "a column goes with its table from name to name",
                        List.of(
                                "ALTER TABLE customers RENAME TO clients;",
                                "ALTER TABLE clients RENAME TO customers;\nALTER TABLE customers DROP COLUMN name;",
                                "ALTER TABLE clients ADD COLUMN name text;"),
                        "move\n  db/V4__step.sql before db/V3__step.sql\n"),
                arguments(
                        "a constraint that a key needs is no name that is missing",
                        List.of(
                                "CREATE TABLE parts (id bigint);",
                                "CREATE TABLE prices (part bigint REFERENCES parts (id));",
                                "ALTER TABLE prices ADD COLUMN price numeric;",
                                "ALTER TABLE parts ADD PRIMARY KEY (id);"),
                        "move\n  db/V5__step.sql before db/V3__step.sql\n"),
                arguments(
                        "what depends on a table goes before it does",
                        List.of(
                                "CREATE VIEW names AS SELECT id FROM customers;",
                                "DROP TABLE customers;",
                                "CREATE TABLE customers (id text);",
                                "DROP VIEW names;"),
                        "move\n  db/V5__step.sql before db/V3__step.sql\n"),
                arguments(
                        "several moves are as few as were found",
                        List.of(
                                "ALTER TABLE parts ADD COLUMN a text;",
                                "ALTER TABLE parts ADD COLUMN b text;",
                                "CREATE TABLE parts (id bigint);",
                                "ALTER TABLE prices ADD COLUMN a text;",
                                "ALTER TABLE prices ADD COLUMN b text;",
                                "CREATE TABLE prices (id bigint);"),
                        "move these, the fewest that were found\n"
                                + "  db/V4__step.sql before db/V2__step.sql\n"
                                + "  db/V7__step.sql before db/V5__step.sql\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moves")
    void what_has_to_move_is_told(String name, List<String> migrations, String moves) {
        Outcome outcome = order(migrations);

        assertThat(outcome.out()).contains("\n" + moves + "\nthen all go through");
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    /** Letting V2 and V3 by, which need V4, would take two moves. */
    @Test
    void the_fewest_moves_are_told_and_the_order_that_they_make() {
        Outcome outcome = order(List.of(
                "CREATE TABLE refunds (order_id bigint REFERENCES orders);",
                "ALTER TABLE refunds ADD COLUMN note text;",
                "CREATE TABLE orders (id bigint PRIMARY KEY);"));

        assertThat(outcome.out()).isEqualTo("""
                the order is wrong
                  db/V2__step.sql:1 needs orders, which db/V4__step.sql makes

                move
                  db/V4__step.sql before db/V2__step.sql

                then all go through, as a replay has shown, in this order
                  db/V1__customers.sql
                > db/V4__step.sql
                  db/V2__step.sql
                  db/V3__step.sql
                """);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void what_a_migration_declares_is_heeded() {
        Outcome outcome =
                order(List.of("-- DEPENDS: V3\nCREATE TABLE prices (id bigint);", "CREATE TABLE parts (id bigint);"));

        assertThat(outcome.out()).isEqualTo("""
                the order is wrong
                  db/V2__step.sql:1 depends on db/V3__step.sql, as it declares

                move
                  db/V3__step.sql before db/V2__step.sql

                then all go through, as a replay has shown, in this order
                  db/V1__customers.sql
                > db/V3__step.sql
                  db/V2__step.sql
                """);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    static Stream<Arguments> none() {
        return Stream.of(
                arguments(
                        "a circle is the proof",
                        List.of(
                                "CREATE TABLE a (id bigint PRIMARY KEY, b bigint REFERENCES b);",
                                "CREATE TABLE b (id bigint PRIMARY KEY, c bigint REFERENCES c);",
                                "CREATE TABLE c (id bigint PRIMARY KEY, a bigint REFERENCES a);"),
                        """
                        there is no safe order: these need each other, and nothing else makes it
                          db/V2__step.sql:1 needs b, which db/V3__step.sql makes
                          db/V3__step.sql:1 needs c, which db/V4__step.sql makes
                          db/V4__step.sql:1 needs a, which db/V2__step.sql makes
                        """),
                arguments(
                        "what cannot go together has been tried in every order",
                        List.of("CREATE TABLE customers (id bigint PRIMARY KEY);"),
                        """
                        there is no safe order: all were tried, and in the one that there is
                          db/V2__step.sql:1 fails: relation "customers" already exists (42P07)
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("none")
    void that_there_is_none_is_proven(String name, List<String> migrations, String proof) {
        Outcome outcome = order(migrations);

        assertThat(outcome.out()).isEqualTo(proof);
        assertThat(outcome.code()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void what_no_order_mends_is_told_apart() {
        Outcome outcome = order(List.of(
                "ALTER TABLE payments ADD COLUMN note text;",
                "ALTER TABLE orders ADD COLUMN note text;",
                "CREATE TABLE orders (id bigint PRIMARY KEY);"));

        assertThat(outcome.out())
                .contains("  db/V4__step.sql before db/V3__step.sql\n")
                .endsWith("""

                        in any order
                          db/V2__step.sql:1 needs payments, which no migration makes
                        """);
    }
}
