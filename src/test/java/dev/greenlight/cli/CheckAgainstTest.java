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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code greenlight check --against}: what it says, where, and with which exit code. */
class CheckAgainstTest {
    private static final String MIGRATION = "prisma/migrations/20240101000000_orders/migration.sql";
    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
            }

            model orders {
              id    Int    @id
              total BigInt
              note  String?
            }
            """;

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder).file("prisma/schema.prisma", SCHEMA).file(MIGRATION, """
                CREATE TABLE "orders" (
                    "id" INTEGER NOT NULL,
                    "total" INTEGER NOT NULL,
                    "nota" TEXT,
                    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
                );
                """);
    }

    @Test
    void what_differs_is_told_at_the_statement_or_at_the_declaration() {
        Outcome outcome = workspace.run("check", "--against", "prisma/schema.prisma", "prisma/migrations");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
                yellow[schema-drift]: orders.nota: the migrations leave it, and prisma/schema.prisma does not have it
                 --> prisma/migrations/20240101000000_orders/migration.sql:4
                  = do: add it to prisma/schema.prisma, or write the migration that drops it; did you mean note?

                yellow[schema-drift]: orders.note: prisma/schema.prisma has it, and no migration makes it
                 --> prisma/schema.prisma:8
                  = do: write the migration that makes it; did you mean nota?

                yellow[schema-drift]: orders.total: the migrations leave it integer, and it is bigint in prisma/schema.prisma:7
                 --> prisma/migrations/20240101000000_orders/migration.sql:3
                  = do: write the migration that changes it, or change prisma/schema.prisma

                3 recommendations: 0 red, 3 yellow, 0 notes
                """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void it_fails_where_yellow_does() {
        String[] arguments = {"check", "--fail-on", "yellow", "--against", "prisma/schema.prisma", "prisma/migrations"};

        assertThat(workspace.run(arguments).code()).isOne();
        workspace.file("prisma/migrations/20240102000000_more/migration.sql", """
                ALTER TABLE "orders" RENAME COLUMN "nota" TO "note";
                ALTER TABLE "orders" ALTER COLUMN "total" SET DATA TYPE BIGINT;
                """);
        assertThat(workspace.run(arguments)).isEqualTo(new Outcome(0, "nothing to recommend\n", ""));
    }

    @Test
    void the_configuration_names_sources_of_truth_and_the_command_line_others() {
        workspace.file("greenlight.yml", "against: prisma/schema.prisma\n").file("empty.prisma", "");

        assertThat(workspace.run("check", "prisma/migrations").out())
                .endsWith("3 recommendations: 0 red, 3 yellow, 0 notes\n");
        assertThat(workspace.run("config", "prisma/migrations").out())
                .contains("against: [prisma/schema.prisma]  # greenlight.yml:1\n");
        assertThat(workspace
                        .run("check", "--against", "empty.prisma", "prisma/migrations")
                        .out())
                .contains("orders: the migrations leave it, and empty.prisma does not have it\n")
                .endsWith("1 recommendation: 0 red, 1 yellow, 0 notes\n");
    }

    @Test
    void several_are_compared_one_after_the_other() {
        workspace.file(
                "dump.sql",
                "CREATE TABLE public.orders (id integer NOT NULL, total integer NOT NULL, nota text);\n"
                        + "ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);\n");

        Outcome outcome = workspace.run(
                "check", "--against", "dump.sql", "--against", "prisma/schema.prisma", "prisma/migrations");

        assertThat(outcome.out()).endsWith("3 recommendations: 0 red, 3 yellow, 0 notes\n");
    }

    @Test
    void json_has_them_apart() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(workspace
                        .run("check", "--format", "json", "--against", "prisma/schema.prisma", "prisma/migrations")
                        .out());

        assertThat(json.get("drift")).hasSize(3);
        JsonNode missing = json.get("drift").get(1);
        assertThat(missing.get("check").asText()).isEqualTo("schema-drift");
        assertThat(missing.get("object").asText()).isEqualTo("orders.note");
        assertThat(missing.get("path").asText()).isEqualTo("prisma/schema.prisma");
        assertThat(missing.get("line").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model a {                                | gone.prisma:1: here has to be a field, not the end of the file; prisma validate says more
            model a { id Int @id                     | gone.prisma:1: here has to be a field, not the end of the file; prisma validate says more
            modl a {}                                | gone.prisma:1: here has to be model, enum, view, type, datasource or generator; prisma validate says more
            model a { id Int @id( }                  | gone.prisma:1: here has to be a value, not }; prisma validate says more
            model a { id Itn @id }                   | gone.prisma:1: there is no type Itn; did you mean Int?; prisma validate says more
            model a { id Int @default("x) }          | gone.prisma:1: a string is not closed in its line; prisma validate says more
            /* model a                               | gone.prisma:1: a comment is not closed; prisma validate says more
            datasource d { provider = "mysql" }      | gone.prisma:1: it is for mysql; name a schema for PostgreSQL
            """)
    void a_schema_that_prisma_could_not_read_is_told_in_one_line(String schema, String problem) {
        Outcome outcome =
                workspace.file("gone.prisma", schema).run("check", "--against", "gone.prisma", "prisma/migrations");

        assertThat(outcome.err()).isEqualTo("greenlight: " + problem + "\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                  | x.json:2: not YAML: expected the node content, but found '<stream end>'; name a snapshot that drizzle-kit wrote for PostgreSQL
            {"a": 1}                                           | x.json:1: it is no snapshot of drizzle-kit; name a snapshot that drizzle-kit wrote for PostgreSQL
            {"dialect": "mysql", "version": "5"}               | x.json:1: it is for mysql; name a snapshot that drizzle-kit wrote for PostgreSQL
            {"dialect": "postgresql", "version": "99"}         | x.json:1: its version is 99, and 5 to 9 are known; drizzle-kit up
            """)
    void a_snapshot_that_is_none_is_told_in_one_line(String snapshot, String problem) {
        Outcome outcome =
                workspace.file("x.json", snapshot + "\n").run("check", "--against", "x.json", "prisma/migrations");

        assertThat(outcome.err()).isEqualTo("greenlight: " + problem + "\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nowhere                | nowhere:1: there is no such file; check the path
            prisma/migrations      | prisma/migrations:1: no source of truth is in it; name a schema.prisma, a folder of Prisma's or Drizzle's, or a dump
            notes.txt              | notes.txt:1: nothing in it makes a schema; name a schema.prisma, Drizzle's meta, or a dump
            meta                   | meta:1: there is no snapshot for any entry of its journal; name a snapshot that drizzle-kit wrote for PostgreSQL
            """)
    void what_is_no_source_of_truth_is_told_in_one_line(String path, String problem) {
        workspace.file("notes.txt", "ALTER nothing\n").file("meta/_journal.json", "{\"entries\": []}\n");

        Outcome outcome = workspace.run("check", "--against", path, "prisma/migrations");

        assertThat(outcome.err()).isEqualTo("greenlight: " + problem + "\n");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void names_in_a_source_of_truth_are_escaped() {
        workspace.file("gone.prisma", "model a {\n  id Int @id\n\n  @@map(\"a\\u001b[2J\")\n}\n");

        Outcome outcome = workspace.run("check", "--against", "gone.prisma", "prisma/migrations");

        assertThat(outcome.out()).contains("a\u241B[2J").doesNotContain("\u001B");
    }

    @Test
    void of_a_folder_of_drizzle_the_last_snapshot_counts() {
        workspace
                .file("drizzle/0000_a.sql", "CREATE TABLE \"a\" (\"id\" integer);\n")
                .file("drizzle/0001_b.sql", "ALTER TABLE \"a\" ADD COLUMN \"b\" integer;\n")
                .file("drizzle/meta/_journal.json", """
                        {"version": "7", "dialect": "postgresql", "entries": [
                          {"idx": 0, "when": 1, "tag": "0000_a"}, {"idx": 1, "when": 2, "tag": "0001_b"}]}
                        """)
                .file("drizzle/meta/0000_snapshot.json", snapshot(""))
                .file("drizzle/meta/0001_snapshot.json", snapshot(", \"b\": {\"name\": \"b\", \"type\": \"integer\"}"));

        assertThat(workspace
                        .run("check", "--against", "drizzle/meta", "drizzle")
                        .out())
                .doesNotContain("drift");
        assertThat(workspace.run("check", "--against", "drizzle", "drizzle").out())
                .doesNotContain("drift");
        assertThat(workspace
                        .run("check", "--against", "drizzle/meta/0000_snapshot.json", "drizzle")
                        .out())
                .contains("a.b: the migrations leave it, and drizzle/meta/0000_snapshot.json does not have it\n");
    }

    private static String snapshot(String more) {
        return """
                {"version": "7", "dialect": "postgresql", "tables": {"public.a": {"name": "a", "schema": "",
                  "columns": {"id": {"name": "id", "type": "integer"}%s}}}}
                """.formatted(more);
    }
}
