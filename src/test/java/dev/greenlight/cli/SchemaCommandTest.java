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

class SchemaCommandTest {
    private static final String ORDERS = "CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric(10));\n";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder).file("db/V1__orders.sql", ORDERS);
    }

    @Test
    void what_all_migrations_leave_is_printed() {
        workspace.file("db/V2__note.sql", "ALTER TABLE orders ADD note text DEFAULT 'none';\n");

        Outcome outcome = workspace.run("schema", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("\"type\": \"numeric(10,0)\"", "\"name\": \"note\"", "\"public.orders_id_seq\"")
                .endsWith("}\n");
    }

    @Test
    void the_table_in_which_a_tool_keeps_its_records_is_not_the_projects() {
        assertThat(workspace.run("schema", "db").out()).doesNotContain("flyway_schema_history");
    }

    @Test
    void what_is_there_before_the_migrations_is_there_after_them() {
        workspace.file("before.sql", "CREATE TYPE mood AS ENUM ('sad');\n");

        assertThat(workspace
                        .run("schema", "--baseline-schema", "before.sql", "db")
                        .out())
                .contains("\"name\": \"mood\"");
    }

    @Test
    void a_down_is_not_run() {
        Workspace dbmate = new Workspace(folder)
                .file("up/1_orders.up.sql", ORDERS)
                .file("up/1_orders.down.sql", "DROP TABLE orders;\n");

        assertThat(dbmate.run("schema", "up").out()).contains("\"name\": \"orders\"");
    }

    @Test
    void predicted_errors_are_told_of_and_leave_what_the_others_make() {
        workspace.file("db/V2__twice.sql", ORDERS + "CREATE TABLE items (id int);\n");

        Outcome outcome = workspace.run("schema", "db");

        assertThat(outcome.err())
                .isEqualTo("greenlight: this is what is left after 1 statement that PostgreSQL would refuse:"
                        + " greenlight lint shows them\n");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"name\": \"orders\"", "\"name\": \"items\"");
    }

    @Test
    void several_histories_have_a_catalog_each() {
        workspace.file("other/V1__items.sql", "CREATE TABLE items (id int);\n");

        Outcome outcome = workspace.run("schema");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("greenlight: these are several histories, each with a catalog of its own: db (flyway),"
                        + " other (flyway); give the path of one of them, or --all\n");
    }

    @Test
    void all_histories_are_printed_with_their_folders() throws IOException {
        workspace.file("other/V1__items.sql", "CREATE TABLE items (id int);\n" + ORDERS + ORDERS);

        Outcome outcome = workspace.run("schema", "--all");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .isEqualTo("greenlight: other: this is what is left after 1 statement that PostgreSQL would refuse:"
                        + " greenlight lint shows them\n");
        JsonNode histories = new ObjectMapper().readTree(outcome.out()).get("histories");
        assertThat(histories).extracting(it -> it.get("folder").asText()).containsExactly("db", "other");
        assertThat(histories).extracting(it -> it.get("layout").asText()).containsOnly("flyway");
        assertThat(histories)
                .extracting(it ->
                        it.get("catalog").get("tables").findValuesAsText("name").getFirst())
                .containsExactly("orders", "items");
    }

    @Test
    void one_history_is_in_a_list_too_where_all_are_asked_for() {
        assertThat(workspace.run("schema", "--all", "db").out()).startsWith("{\n  \"histories\": [");
    }

    @Test
    void without_migrations_there_is_none() {
        Outcome outcome = new Workspace(folder).file("empty/readme.txt", "").run("schema", "empty");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("greenlight: there are no migrations: give the path of a folder that holds some\n");
    }

    @Test
    void a_path_that_is_not_there_is_told_of() {
        Outcome outcome = workspace.run("schema", "db", "missing");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("greenlight: missing:1: there is no such file; check the path\n");
    }

    @Test
    void names_are_escaped() {
        Outcome outcome = workspace.runWith("CREATE TABLE \"a\u001B[2J\" (\"\u202Ex\" int);\n", "schema", "-");

        assertThat(outcome.out()).contains("a\\u001B[2J", "\\u202Ex").doesNotContain("\u001B", "\u202E");
    }
}
