package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("db/V1__customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);\n")
                .file("db/V2__orders.sql", """
                        CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
                        """)
                .file("db/V3__totals.sql", "CREATE VIEW totals AS SELECT id FROM orders;\n")
                .file("db/V4__count.sql", """
                        CREATE FUNCTION count_orders() RETURNS bigint LANGUAGE plpgsql AS $$
                        BEGIN
                            RETURN (SELECT count(*) FROM orders);
                        END $$;
                        """);
    }

    @Test
    void migrations_point_to_those_that_they_need() {
        Outcome outcome = workspace.run("graph", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.CLEAN);
        assertThat(outcome.out()).isEqualTo("""
                flowchart RL
                    a1["V1__customers.sql"]
                    a2["V2__orders.sql"]
                    a3["V3__totals.sql"]
                    a4["V4__count.sql"]
                    a2 -->|"customers"| a1
                    a3 -->|"orders, orders.id"| a2
                    a4 -.->|"orders"| a2
                """);
    }

    @Test
    void what_is_declared_is_drawn_as_that() {
        workspace
                .file("db/V5__prices.sql", "-- DEPENDS: V3__totals.sql, V6\nCREATE TABLE prices (id bigint);\n")
                .file("db/V6__parts.sql", "CREATE TABLE parts (id bigint);\n");

        assertThat(workspace.run("graph", "db").out())
                .contains("    a5 -->|\"DEPENDS\"| a3\n", "    a5 -->|\"DEPENDS\"| a6\n");
        assertThat(workspace.run("graph", "db", "--format", "json").out())
                .containsPattern("\"from\": \"a5\",\\s+\"to\": \"a6\",\\s+\"when\": \"unmet\"");
    }

    @Test
    void objects_point_to_those_that_they_need() {
        workspace.file("db/V5__kind.sql", """
                CREATE TYPE kind AS ENUM ('web', 'shop');
                ALTER TABLE orders ADD COLUMN kind kind;
                """);

        assertThat(workspace.run("graph", "--level", "object", "db").out()).isEqualTo("""
                flowchart RL
                    a1["customers"]
                    a2["orders"]
                    a3(["totals"])
                    a4{{"kind"}}
                    a5[["count_orders()"]]
                    a2 -->|"kind"| a4
                    a2 -->|"customer_id"| a1
                    a3 -->|"reads"| a2
                    a5 -.->|"code"| a2
                """);
    }

    @Test
    void what_a_longer_way_says_is_not_drawn_but_told_to_programs() {
        workspace.file("db/V5__both.sql", "CREATE VIEW pairs AS SELECT c.id FROM customers c, totals t;\n");

        assertThat(workspace.run("graph", "db").out())
                .contains("    a5 -->|\"totals\"| a3\n", "    a2 -->|\"customers\"| a1\n")
                .doesNotContain("a5 -->|\"customers");
        assertThat(workspace.run("graph", "--format", "json", "db").out())
                .contains(String.join(
                        "\n      ",
                        "",
                        "\"from\": \"a5\",",
                        "\"to\": \"a1\",",
                        "\"when\": \"now\",",
                        "\"circular\": false,",
                        "\"what\": [",
                        "  \"customers\",",
                        "  \"customers.id\"",
                        "]"));
    }

    @Test
    void what_comes_too_late_and_what_never_comes_are_told_apart() {
        workspace
                .file("db/V5__early.sql", "ALTER TABLE refunds ADD COLUMN note text;\n")
                .file("db/V6__refunds.sql", "CREATE TABLE refunds (id bigint);\n")
                .file("db/V7__never.sql", "ALTER TABLE payments ADD COLUMN note text;\n");

        assertThat(workspace.run("graph", "db").out())
                .contains("    a5 -->|\"refunds\"| a6\n")
                .contains("    a8(\"payments\"):::missing\n")
                .contains("    a7 -->|\"payments\"| a8\n")
                .contains("classDef missing")
                .contains("linkStyle 3,4 stroke:#cf222e");
    }

    @Test
    void circles_of_foreign_keys_are_red() {
        workspace.file("db/V5__last.sql", """
                ALTER TABLE customers ADD COLUMN last_order bigint REFERENCES orders;
                """);

        assertThat(workspace.run("graph", "--level", "object", "db").out())
                .contains("    a1 -->|\"last_order\"| a2\n")
                .contains("    a2 -->|\"customer_id\"| a1\n")
                .contains("linkStyle 0,1 stroke:#cf222e");
    }

    @Test
    void a_focus_leaves_what_it_needs_and_what_needs_it() {
        workspace
                .file("db/V5__other.sql", "CREATE TABLE other (id bigint PRIMARY KEY);\n")
                .file("db/V6__others.sql", "CREATE TABLE others (id bigint REFERENCES other);\n");

        assertThat(workspace.run("graph", "--focus", "totals", "db").out())
                .contains("a1[", "a2[", "a3[\"V3__totals.sql\"]:::marked")
                .doesNotContain("a4[", "a5[", "a6[");
        assertThat(workspace
                        .run("graph", "--focus", "totals", "--depth", "1", "db")
                        .out())
                .doesNotContain("a1[");
        assertThat(workspace
                        .run("graph", "--level", "object", "--focus", "V3__totals.sql", "db")
                        .out())
                .contains("([\"totals\"]):::marked", "a1[\"customers\"]");
    }

    @Test
    void only_what_changed_is_drawn_with_its_neighbours() {
        workspace.file("db/V5__note.sql", "ALTER TABLE orders ADD COLUMN note text;\n");

        String drawn = workspace
                .runWith("db/V5__note.sql\0", "graph", "--files0-from", "-", "db")
                .out();

        assertThat(drawn)
                .contains("a5[\"V5__note.sql\"]:::marked", "a2[\"V2__orders.sql\"]")
                .doesNotContain("a1[", "a3[", "a4[");
    }

    @Test
    void what_stands_alone_is_counted() {
        workspace.file("db/V5__other.sql", "CREATE TABLE other (id bigint);\n");

        assertThat(workspace.run("graph", "db").out())
                .doesNotContain("V5__other")
                .endsWith("    %% 1 more needs nothing, and nothing needs it\n");
        assertThat(workspace.run("graph", "--format", "json", "db").out()).contains("V5__other.sql");
    }

    @Test
    void several_histories_are_parts_of_one_picture() {
        workspace
                .file("billing/V1__bills.sql", "CREATE TABLE bills (id bigint PRIMARY KEY);\n")
                .file("billing/V2__lines.sql", "CREATE TABLE lines (bill bigint REFERENCES bills);\n");

        assertThat(workspace.run("graph", "billing", "db").out())
                .contains("    subgraph part1[\"billing\"]\n        a1[\"V1__bills.sql\"]\n")
                .contains("    subgraph part2[\"db\"]\n        b1[\"V1__customers.sql\"]\n")
                .contains("    b2 -->|\"customers\"| b1\n");
    }

    @Test
    void names_can_do_no_harm() {
        workspace.file("db/V5__odd.sql", """
                CREATE TABLE "x"" ]; <script>& \\ #quot; @team" (id bigint PRIMARY KEY);
                CREATE TABLE y (id bigint REFERENCES "x"" ]; <script>& \\ #quot; @team");
                """);

        assertThat(workspace.run("graph", "--level", "object", "db").out())
                .contains("[\"x#34; #93;#59; #60;script#62;#38; #92; #35;quot#59; #64;team\"]");
        assertThat(workspace
                        .run("graph", "--level", "object", "--format", "dot", "db")
                        .out())
                .contains("[label=\"x\\\" ]; <script>&amp; \\\\ #quot; @team\"]");
        assertThat(workspace
                        .run("graph", "--level", "object", "--format", "svg", "db")
                        .out())
                .contains(">x&quot; ]; &lt;script&gt;&amp; \\ #quot; @team</text>")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --level table    | --level table: known levels are migration, object
            --format png     | --format png: known formats are mermaid, dot, svg, json; did you mean svg?
            --focus order    | --focus order: nothing here is called so; did you mean orders?
            --depth far      | --depth far: give a number, 0 or more
            """)
    void what_is_not_known_is_told(String option, String message) {
        String[] words = option.split(" ");

        Outcome outcome = workspace.run("graph", words[0], words[1], "db");

        assertThat(outcome.err()).isEqualTo("greenlight: " + message + "\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
    }
}
