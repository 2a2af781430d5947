package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States of a schema that are not the last one, what differs between two, and what their scripts do not say. */
class SchemaStatesTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("db/V1__orders.sql", """
                        CREATE TABLE orders (id bigserial PRIMARY KEY, total numeric(10,2) DEFAULT 0 CHECK (total >= 0),
                            state text NOT NULL DEFAULT 'new' CHECK (state IN ('new','old')));
                        CREATE INDEX orders_state ON orders (lower(state)) WHERE total > 1;
                        CREATE VIEW big AS SELECT * FROM orders WHERE total > 100;
                        CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;
                        CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW WHEN (new.total > 0)
                            EXECUTE PROCEDURE touch();
                        """)
                .file("db/V2__note.sql", """
                        ALTER TABLE orders ADD note text;
                        ALTER TABLE orders ALTER COLUMN state DROP NOT NULL;
                        """)
                .file("db/V10__no_view.sql", "DROP VIEW big;\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "V2__note.sql", "db/V2__note.sql", "V2"})
    void a_history_is_followed_to_a_migration(String version) {
        Outcome outcome = workspace.run("schema", "--at", version, "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"name\": \"note\"", "\"name\": \"big\"");
        assertThat(workspace.run("schema", "db").out()).doesNotContain("\"name\": \"big\"");
    }

    @Test
    void of_a_migration_that_is_not_there_the_nearest_ones_are_said() {
        Outcome outcome = workspace.run("schema", "--at", "V2_note.sql", "db");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("greenlight: --at V2_note.sql: there is no such migration; the last ones are 10, 2, 1\n");
        assertThat(workspace.run("schema", "--at", "11", "db").err())
                .isEqualTo("greenlight: --at 11: there is no such migration; did you mean 1 or 10?\n");
    }

    @Test
    void a_beginning_that_several_have_is_none() {
        Outcome outcome = workspace.run("schema", "--at", "V", "db");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("greenlight: --at V: this may be db/V1__orders.sql or db/V2__note.sql or"
                        + " db/V10__no_view.sql\n");
    }

    @Test
    void two_states_differ_by_object() {
        Outcome outcome = workspace.run("schema", "--diff", "1", "10", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                only in 10: column public.orders.note
                  + text

                different: column public.orders.state
                  - text DEFAULT 'new'::text NOT NULL
                  + text DEFAULT 'new'::text

                only in 1: view public.big
                  - CREATE VIEW public.big (id, total, state) AS
                  - SELECT * FROM orders WHERE total > 100

                3 differences between 1 and 10
                """);
    }

    @Test
    void a_state_does_not_differ_from_itself() {
        Outcome outcome = workspace.run("schema", "--diff", "2", "V2__note.sql", "db");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("no differences between 2 and V2__note.sql\n");
    }

    @Test
    void programs_get_both_definitions() {
        assertThat(workspace
                        .run("schema", "--diff", "1", "2", "--format", "json", "db")
                        .out())
                .isEqualTo("""
                        {
                          "first": "1",
                          "second": "2",
                          "differences": [
                            {
                              "object": "column public.orders.note",
                              "first": null,
                              "second": "text"
                            },
                            {
                              "object": "column public.orders.state",
                              "first": "text DEFAULT 'new'::text NOT NULL",
                              "second": "text DEFAULT 'new'::text"
                            }
                          ]
                        }
                        """);
    }

    /** As pg_dump 15 writes what V1 makes. */
    @Test
    void what_a_dump_words_otherwise_is_no_difference() throws IOException {
        workspace.file("dump.sql", dump());

        Outcome outcome = workspace.run("schema", "--diff", "1", "dump.sql", "db");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("no differences between 1 and dump.sql\n");
        assertThat(outcome.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(total >= (0)::numeric)|(total > (0)::numeric)",
                "'old'::text|'older'::text",
                "lower(state)|upper(state)",
                "RETURN NEW;|RETURN OLD;",
                "BEFORE UPDATE|AFTER UPDATE",
                "(new.total > (0)::numeric)|(new.total > (1)::numeric)",
                "orders.total,|orders.total * 2 AS total,",
                "numeric(10,2)|numeric(12,2)",
                "DEFAULT 0,|DEFAULT 1,",
                "PRIMARY KEY (id)|UNIQUE (id)"
            })
    void what_a_dump_has_otherwise_is_one(String change) throws IOException {
        String[] sides = change.split("\\|");
        assertThat(dump()).contains(sides[0]);
        workspace.file("dump.sql", dump().replace(sides[0], sides[1]));

        Outcome outcome = workspace.run("schema", "--diff", "1", "dump.sql", "db");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("different: ");
    }

    private static String dump() throws IOException {
        try (InputStream dump = SchemaStatesTest.class.getResourceAsStream("dump.sql")) {
            return new String(dump.readAllBytes(), UTF_8);
        }
    }

    @Test
    void options_that_do_not_go_together_are_refused() {
        assertThat(workspace
                        .run("schema", "--diff", "1", "2", "--at", "1", "db")
                        .err())
                .isEqualTo("greenlight: --diff names its states itself: leave out --at\n");
        assertThat(workspace
                        .run("schema", "--baseline-migration", "--format", "sql", "db")
                        .err())
                .isEqualTo("greenlight: --baseline-migration is SQL: leave out --format\n");
        assertThat(workspace
                        .run("schema", "--diff", "1", "2", "--format", "sql", "db")
                        .err())
                .isEqualTo("greenlight: --format sql: formats of --diff are text, json\n");
        assertThat(workspace.run("schema", "--diff", "1", "missing.sql", "db").err())
                .isEqualTo("greenlight: --diff missing.sql: there is no such migration or file; the last ones are"
                        + " 10, 2, 1\n");
    }

    @Test
    void what_a_script_cannot_say_is_in_its_last_lines() {
        workspace.file(
                "db/V11__assumed.sql", "CREATE VIEW \"odd\nname\" AS SELECT * FROM pg_class;\nALTER PARSER x;\n");

        Outcome outcome = workspace.run("schema", "--format", "sql", "db");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("greenlight: 1 thing is not in this script: its last lines say which and why\n");
        assertThat(outcome.out()).endsWith("""

                -- Not in this script:
                -- db/V11__assumed.sql:3: a statement that was not understood
                """);
    }

    @Test
    void a_folder_cannot_leave_its_comment() {
        workspace.file("a\nDROP TABLE x; --/V1__a.sql", "CREATE TABLE orders (id int);\n");

        assertThat(workspace
                        .run("schema", "--format", "sql", "a\nDROP TABLE x; --")
                        .out())
                .startsWith("-- What a\u240ADROP TABLE x; -- leaves in a database");
    }
}
