package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.cli.Workspace.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String ORDERS = """
            CREATE TABLE customers (id bigint PRIMARY KEY);
            CREATE TABLE orders (
                id bigint PRIMARY KEY,
                customer_id bigint REFERENCES customers
            );
            """;

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder).file("db/V1__orders.sql", ORDERS);
    }

    @Test
    void what_to_do_is_told_with_its_place() {
        Outcome outcome = workspace.run("check", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
                yellow[foreign-key-without-index]: orders: each row deleted from customers makes the server read all of it: no index begins with customer_id
                 --> db/V1__orders.sql:4
                  = do: CREATE INDEX CONCURRENTLY ON orders (customer_id);

                1 recommendation: 0 red, 1 yellow, 0 notes
                """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void where_there_is_nothing_to_do_one_line_says_so() {
        workspace.file("db/V2__index.sql", "CREATE INDEX ON orders (customer_id);\n");

        assertThat(workspace.run("check", "db").out()).isEqualTo("nothing to recommend\n");
    }

    @Test
    void the_threshold_is_that_of_the_command_line_before_that_of_the_configuration() {
        assertThat(workspace.run("check", "--fail-on", "yellow", "db").code()).isOne();
        workspace.file("greenlight.yml", "fail-on: yellow\n");

        assertThat(workspace.run("check", "db").code()).isOne();
        assertThat(workspace.run("check", "--fail-on", "red", "db").code()).isZero();
    }

    @Test
    void a_required_table_that_nothing_makes_fails_and_what_is_like_it_is_told() {
        workspace.file("greenlight.yml", "require:\n  tables:\n    order: [id]\n");

        Outcome outcome = workspace.run("check", "db");

        assertThat(outcome.out()).startsWith("""
                red[missing-required]: order: no migration leaves it, and the application needs it (greenlight.yml:3)
                  = do: write the migration that makes it; did you mean orders?
                """);
        assertThat(outcome.code()).isOne();
        assertThat(workspace.run("check", "--fail-on", "never", "db").code()).isZero();
    }

    @Test
    void a_required_column_fails_and_an_optional_one_is_a_note() {
        workspace.file("greenlight.yml", """
                require:
                  tables:
                    orders: {required: [id, customer], optional: note}
                    public.customers: id
                """);

        assertThat(workspace.run("check", "db").out())
                .contains("""
                        red[missing-required]: orders.customer: orders has no such column, and the application needs it (greenlight.yml:3)
                         --> db/V1__orders.sql:2
                          = do: write the migration that makes it; did you mean customer_id?
                        """)
                .contains("note[missing-required]: orders.note: orders has no such column,"
                        + " which the application can use (greenlight.yml:3)\n")
                .endsWith("3 recommendations: 1 red, 1 yellow, 1 note\n");
    }

    @Test
    void a_missing_optional_column_fails_never() {
        workspace
                .file("db/V2__index.sql", "CREATE INDEX ON orders (customer_id);\n")
                .file("greenlight.yml", "require:\n  tables:\n    orders: {optional: note}\n");

        Outcome outcome = workspace.run("check", "--fail-on", "yellow", "db");

        assertThat(outcome.out()).endsWith("1 recommendation: 0 red, 0 yellow, 1 note\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_view_is_as_good_as_a_table_and_a_search_path_finds_it() {
        workspace.file("db/V2__view.sql", """
                        CREATE INDEX ON orders (customer_id);
                        CREATE SCHEMA app;
                        CREATE VIEW app.buyers AS SELECT customer_id AS id FROM orders;
                        """).file("greenlight.yml", """
                        default-search-path: [app, public]
                        require:
                          tables:
                            buyers: [id]
                            app.buyers: [id]
                            public.orders:
                        """);

        assertThat(workspace.run("check", "db").out()).isEqualTo("nothing to recommend\n");
    }

    @Test
    void what_may_be_there_is_not_called_missing() {
        workspace
                .file("db/V2__index.sql", "CREATE INDEX ON orders (customer_id);\n")
                .file("db/V3__code.sql", """
                        DO $$ BEGIN
                            EXECUTE (SELECT string_agg(format('ALTER TABLE orders ADD COLUMN %I text', n), ';') FROM names);
                        END $$;
                        """)
                .file("greenlight.yml", "history: open\nrequire:\n  tables:\n    orders: [note]\n");

        Outcome outcome = workspace.run("check", "db");

        assertThat(outcome.out()).contains("note[missing-required]: orders.note: it is not known whether it is there");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void each_of_several_histories_may_bring_a_part() {
        workspace
                .file("db/V2__index.sql", "CREATE INDEX ON orders (customer_id);\n")
                .file("other/V1__items.sql", "CREATE TABLE items (id int);\n")
                .file("greenlight.yml", "require:\n  tables:\n    orders: [id]\n    items: [id]\n");

        Outcome outcome = workspace.run("check");

        assertThat(outcome.out())
                .startsWith("other:\n\nyellow[table-without-primary-key]: items:")
                .doesNotContain("missing-required");
    }

    @Test
    void a_configuration_that_makes_no_sense_stops_the_run() {
        workspace.file("greenlight.yml", "require:\n  table:\n    orders: [id]\n");

        Outcome outcome = workspace.run("check", "db");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("greenlight: greenlight.yml:2: there is no key table; did you mean tables?\n");
    }

    @Test
    void the_configuration_that_counts_says_what_is_required_and_means_the_same() {
        workspace.file(
                "greenlight.yml",
                "require:\n  tables:\n    \"a: b\": {required: id, optional: [note, y]}\n    tags:\n");
        String before = workspace.run("check", "db").out();

        String effective = workspace.run("config", "db").out();

        assertThat(effective).contains("""
                require:
                  tables:
                    "a: b":  # greenlight.yml:3
                      required: [id]
                      optional: [note, "y"]
                    tags:  # greenlight.yml:4
                """);
        workspace.file("greenlight.yml", effective);
        assertThat(lines(workspace.run("check", "db").out())).isEqualTo(lines(before));
    }

    private static String lines(String report) {
        return report.replaceAll("greenlight.yml:\\d+", "");
    }

    @Test
    void json_holds_the_same() throws IOException {
        workspace.file("greenlight.yml", "require:\n  tables:\n    gone:\n");

        JsonNode json = new ObjectMapper()
                .readTree(workspace.run("check", "--format", "json", "db").out());

        JsonNode missing = json.get("required").get(0);
        assertThat(missing.get("level").asText()).isEqualTo("red");
        assertThat(missing.has("path")).isFalse();
        JsonNode history = json.get("histories").get(0);
        assertThat(history.get("folder").asText()).isEqualTo("db");
        JsonNode key = history.get("recommendations").get(0);
        assertThat(key.get("check").asText()).isEqualTo("foreign-key-without-index");
        assertThat(key.get("path").asText()).isEqualTo("db/V1__orders.sql");
        assertThat(key.get("line").asInt()).isEqualTo(4);
        assertThat(json.get("unreadable")).isEmpty();
    }

    @Test
    void an_unknown_format_is_wrong_usage() {
        Outcome outcome = workspace.run("check", "--format", "jsn", "db");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("greenlight: --format jsn: known formats are text, json; did you mean json?\n");
    }

    @Test
    void without_migrations_there_is_nothing_to_check() {
        Outcome outcome = workspace.file("empty/readme.txt", "").run("check", "empty");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("greenlight: there are no migrations: give the path of a folder that holds some\n");
    }

    @Test
    void predicted_errors_are_told_of() {
        workspace.file("db/V2__twice.sql", ORDERS);

        assertThat(workspace.run("check", "db").err())
                .isEqualTo("greenlight: db: this is of what is left after 2 statements that PostgreSQL would refuse:"
                        + " greenlight lint shows them\n");
    }

    @Test
    void names_are_escaped() {
        Outcome outcome = workspace.runWith("CREATE TABLE \"a\u001B[2J\" (\"\u202Ex\" int);\n", "check", "-");

        assertThat(outcome.out()).contains("a\u241B[2J").doesNotContain("\u001B", "\u202E");
    }
}
