package dev.greenlight.lint.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.SchemaReview;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dumps as sources of truth: as {@code pg_dump --schema-only} writes them. */
class DumpDriftTest {
    private static final String MIGRATION = """
            CREATE TABLE orders (id bigint PRIMARY KEY, state text NOT NULL, total numeric(10,2) CHECK (total > 0));
            CREATE INDEX orders_state_idx ON orders (state);
            CREATE VIEW open AS SELECT id FROM orders WHERE state = 'open';
            ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON orders USING (id IN (SELECT o.id FROM orders o WHERE o.state = 'mine'));
            """;

    private static final String DUMP = """
            SET search_path = '';
            CREATE TABLE public.orders (
                id bigint NOT NULL,
                state text NOT NULL,
                total numeric(10,2),
                CONSTRAINT orders_total_check CHECK ((total > (0)::numeric))
            );
            CREATE VIEW public.open AS
             SELECT id
               FROM public.orders
              WHERE (state = 'open'::text);
            ALTER TABLE ONLY public.orders
                ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
            CREATE INDEX orders_state_idx ON public.orders USING btree (state);
            ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON public.orders USING ((id IN ( SELECT o.id
               FROM public.orders o
              WHERE (o.state = 'mine'::text))));
            """;

    private static List<Recommendation> drift(String migration, String dump) {
        Map<String, String> files = Map.of("db/V1__orders.sql", migration, "dump.sql", dump);
        SchemaReview review = SchemaReview.of(
                LintRequest.of(MemoryTree.of(files), List.of("db")), Requirements.NONE, List.of("dump.sql"));
        assertThat(review.unreadable()).isEmpty();
        assertThat(review.histories())
                .allSatisfy(history -> assertThat(history.errors()).isZero());
        return review.drift();
    }

    private static List<String> objects(String migration, String dump) {
        return drift(migration, dump).stream().map(Recommendation::object).toList();
    }

    @Test
    void a_dump_of_what_the_migrations_leave_does_not_differ() {
        assertThat(drift(MIGRATION, DUMP)).isEmpty();
    }

    @Test
    void what_differs_is_told_at_its_line() {
        Recommendation missing = drift(MIGRATION, DUMP + "CREATE INDEX orders_total_idx ON public.orders (total);\n")
                .getFirst();
        Recommendation differs = drift(MIGRATION, DUMP.replace("state text", "state character varying(9)"))
                .getFirst();

        assertThat(missing.object()).isEqualTo("index orders_total_idx on public.orders");
        assertThat(missing.message()).isEqualTo("dump.sql has it, and no migration makes it");
        assertThat(String.valueOf(missing.place())).isEqualTo("dump.sql:19");
        assertThat(differs.object()).isEqualTo("column public.orders.state");
        assertThat(differs.message())
                .isEqualTo("the migrations leave it text NOT NULL, and it is character varying(9) NOT NULL in"
                        + " dump.sql:4");
        assertThat(String.valueOf(differs.place())).isEqualTo("db/V1__orders.sql:1");
    }

    @Test
    void with_a_table_goes_all_that_is_on_it() {
        String table = "CREATE TABLE public.items (id integer NOT NULL, CONSTRAINT items_pkey PRIMARY KEY (id));\n"
                + "CREATE INDEX items_idx ON public.items USING btree (id);\nCOMMENT ON TABLE public.items IS 'them';\n";

        assertThat(objects(MIGRATION, DUMP + table)).containsExactly("table public.items");
        assertThat(objects(MIGRATION + table, DUMP)).containsExactly("table public.items");
    }

    @Test
    void a_name_that_is_only_misspelt_is_told() {
        assertThat(drift(MIGRATION, DUMP.replace("total", "totl")))
                .extracting(Recommendation::remedy)
                .contains(
                        "write the migration that makes it; did you mean public.orders.total?",
                        "make a new dump, or write the migration that drops it; did you mean public.orders.totl?");
    }

    @Test
    void views_and_policies_that_compare_with_other_words_differ() {
        assertThat(objects(MIGRATION, DUMP.replace("'open'", "'closed'"))).containsExactly("view public.open");
        assertThat(objects(MIGRATION, DUMP.replace("'mine'", "'yours'")))
                .containsExactly("policy own on public.orders");
    }

    @Test
    void storage_parameters_count_wherever_they_are_said() {
        String set = "ALTER TABLE orders SET (fillfactor = 70, autovacuum_enabled = OFF);\n";
        String dumped = DUMP.replace(
                "(total > (0)::numeric))\n)",
                "(total > (0)::numeric))\n)\nWITH (autovacuum_enabled='off', fillfactor='70')");

        assertThat(drift(MIGRATION + set, dumped)).isEmpty();
        assertThat(objects(MIGRATION, dumped)).containsExactly("table public.orders");
        assertThat(objects(MIGRATION + set + "ALTER TABLE orders RESET (fillfactor);\n", dumped))
                .containsExactly("table public.orders");
    }

    @Test
    void what_a_tool_keeps_its_records_in_is_no_drift() {
        String records = """
                CREATE TABLE public.flyway_schema_history (installed_rank integer NOT NULL);
                ALTER TABLE ONLY public.flyway_schema_history
                    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
                CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (installed_rank);
                CREATE SCHEMA drizzle;
                CREATE SEQUENCE drizzle.__drizzle_migrations_id_seq AS integer;
                CREATE TABLE drizzle.__drizzle_migrations (id integer NOT NULL, hash text NOT NULL);
                """;

        assertThat(drift(MIGRATION, DUMP + records)).isEmpty();
    }
}
