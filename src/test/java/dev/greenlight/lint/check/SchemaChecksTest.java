package dev.greenlight.lint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.SchemaReview;
import dev.greenlight.source.MemoryTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each check says of a schema, and of which it says nothing. */
final class SchemaChecksTest {
    private static final String CUSTOMERS = "CREATE TABLE customers (id bigint PRIMARY KEY, region int, code text);\n";
    private static final String ORDERS =
            CUSTOMERS + "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, region int, note text);\n";
    /** A function that has a type and goes. */
    private static final String ONCE =
            "CREATE FUNCTION once(%1$s) RETURNS int LANGUAGE sql AS 'SELECT 1'; DROP FUNCTION once(%1$s);";

    private static final String KEY =
            ORDERS + "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers;\n";

    @Test
    void what_was_never_validated_is_told_and_what_was_is_not() {
        assertThat(said(ORDERS, """
                        ALTER TABLE orders ADD CONSTRAINT noted CHECK (note <> '') NOT VALID;
                        ALTER TABLE orders ADD CONSTRAINT placed CHECK (region > 0) NOT VALID;
                        ALTER TABLE orders VALIDATE CONSTRAINT placed;
                        """))
                .containsExactly("never-validated orders V2.sql:1 ALTER TABLE orders VALIDATE CONSTRAINT noted;");
    }

    @Test
    void the_index_on_only_a_partitioned_table_is_invalid_until_all_parts_are_there() {
        String events = """
                CREATE TABLE events (id bigint PRIMARY KEY, kind int) PARTITION BY RANGE (id);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
                CREATE INDEX events_kind ON ONLY events (kind);
                CREATE INDEX events_1_kind ON events_1 (kind);
                """;

        assertThat(said(events)).hasSize(1).first().asString().startsWith("invalid-index events V1.sql:3 ");
        assertThat(said(events, "ALTER INDEX events_kind ATTACH PARTITION events_1_kind;"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX ON orders (customer_id);",
                "CREATE INDEX ON orders (customer_id, region);",
                "CREATE INDEX ON orders USING hash (customer_id);",
                "CREATE INDEX ON orders (customer_id) WHERE customer_id IS NOT NULL;",
                "CREATE INDEX ON orders (customer_id DESC) INCLUDE (note) WHERE (\"customer_id\" is not null);",
                "ALTER TABLE orders ADD UNIQUE (customer_id);"
            })
    void an_index_that_begins_with_the_keys_columns_serves_it(String index) {
        assertThat(said(KEY, index)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CREATE INDEX ON orders (region, customer_id);",
                "CREATE INDEX ON orders (id) INCLUDE (customer_id);",
                "CREATE INDEX ON orders ((customer_id + 1));",
                "CREATE INDEX ON orders USING brin (customer_id);",
                "CREATE INDEX ON orders (customer_id) WHERE note IS NOT NULL;",
                "CREATE INDEX ON orders (customer_id) WHERE customer_id IS NOT NULL AND region > 1;"
            })
    void another_index_does_not(String index) {
        assertThat(said(KEY, index))
                .containsExactly("foreign-key-without-index orders V1.sql:3"
                        + " CREATE INDEX CONCURRENTLY ON orders (customer_id);");
    }

    @Test
    void the_columns_of_a_key_may_stand_in_any_order_and_one_unique_column_is_enough() {
        String keys = ORDERS + """
                ALTER TABLE customers ADD UNIQUE (id, region);
                ALTER TABLE orders ADD FOREIGN KEY (customer_id, region) REFERENCES customers (id, region);
                """;

        assertThat(said(keys, "CREATE INDEX ON orders (region, customer_id);")).isEmpty();
        assertThat(said(keys, "ALTER TABLE orders ADD UNIQUE (customer_id);")).isEmpty();
        assertThat(said(keys, "CREATE INDEX ON orders (customer_id);")).hasSize(1);
    }

    @Test
    void the_primary_key_serves_a_key_over_it() {
        assertThat(said(CUSTOMERS + "CREATE TABLE details (id bigint PRIMARY KEY REFERENCES customers);"))
                .isEmpty();
    }

    @Test
    void partitions_are_not_told_of_beside_their_parent() {
        assertThat(said(CUSTOMERS + """
                        CREATE TABLE events (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers)
                            PARTITION BY RANGE (id);
                        CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
                        """))
                .containsExactly("foreign-key-without-index events V1.sql:2 CREATE INDEX ON events (customer_id);");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX b ON orders (note);",
                "CREATE INDEX b ON orders (note, region);",
                "CREATE UNIQUE INDEX b ON orders (note);",
                "CREATE INDEX b ON orders (note) INCLUDE (region);",
                "ALTER TABLE orders ADD CONSTRAINT b UNIQUE (note, region);"
            })
    void an_index_is_needless_where_another_has_its_columns_first(String other) {
        assertThat(said(ORDERS + other, "CREATE INDEX a ON orders (note);"))
                .containsExactly("redundant-index orders V2.sql:1 DROP INDEX CONCURRENTLY a;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX b ON orders (region, note);",
                "CREATE INDEX b ON orders (lower(note));",
                "CREATE INDEX b ON orders (note text_pattern_ops);",
                "CREATE INDEX b ON orders (note COLLATE \"C\", region);",
                "CREATE INDEX b ON orders (note DESC NULLS LAST);",
                "CREATE INDEX b ON orders USING hash (note);",
                "CREATE INDEX b ON orders (note, region) WHERE region > 1;"
            })
    void an_index_that_is_not_like_it_does_not_make_it_needless(String other) {
        assertThat(said(ORDERS + other, "CREATE INDEX a ON orders (note);")).isEmpty();
    }

    @Test
    void unique_indexes_are_never_needless() {
        assertThat(said(ORDERS, "CREATE UNIQUE INDEX a ON orders (note); CREATE INDEX b ON orders (note, region);"))
                .isEmpty();
    }

    @Test
    void of_two_alike_the_younger_one_is_told() {
        assertThat(said(ORDERS, "CREATE INDEX b ON orders (note);\nCREATE INDEX a ON orders (note);"))
                .containsExactly("redundant-index orders V2.sql:2 DROP INDEX CONCURRENTLY a;");
    }

    @Test
    void only_the_longest_gin_index_does_not_make_others_needless() {
        assertThat(said("""
                        CREATE TABLE pages (id int PRIMARY KEY, a jsonb, b jsonb);
                        CREATE INDEX ON pages USING gin (a, b);
                        CREATE INDEX ON pages USING gin (a);
                        """)).isEmpty();
    }

    @Test
    void a_table_without_a_primary_key_is_told_with_what_could_be_one() {
        assertThat(said("CREATE TABLE logs (line text);\nCREATE TABLE tokens (token text NOT NULL UNIQUE);"))
                .containsExactly(
                        "table-without-primary-key logs V1.sql:1 ALTER TABLE logs ADD PRIMARY KEY (…); over columns"
                                + " that are unique, or a new identity column",
                        "table-without-primary-key tokens V1.sql:2 make token the primary key: it is unique and never"
                                + " NULL");
    }

    @Test
    void what_cannot_have_one_or_has_its_parents_is_not() {
        assertThat(said("""
                        CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
                        ALTER TABLE events ADD PRIMARY KEY (id);
                        CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
                        CREATE TABLE base (id int PRIMARY KEY);
                        CREATE TABLE child () INHERITS (base);
                        CREATE TEMPORARY TABLE t (a int);
                        CREATE FOREIGN DATA WRAPPER w;
                        CREATE SERVER s FOREIGN DATA WRAPPER w;
                        CREATE FOREIGN TABLE elsewhere (a int) SERVER s;
                        """)).isEmpty();
    }

    @Test
    void an_index_that_went_with_a_column_is_missed_for_the_others() {
        String indexed = ORDERS + "CREATE INDEX i ON orders (note, region);";

        assertThat(said(indexed, "ALTER TABLE orders DROP COLUMN region;"))
                .containsExactly("lost-index orders V2.sql:1 CREATE INDEX CONCURRENTLY ON orders (note);"
                        + " or leave it, if no query needs it");
        assertThat(said(indexed, "ALTER TABLE orders DROP COLUMN region;\nCREATE INDEX j ON orders (note);"))
                .isEmpty();
        assertThat(said(indexed, "ALTER TABLE orders DROP COLUMN region, DROP COLUMN note;"))
                .isEmpty();
        assertThat(said(indexed, "DROP INDEX i;\nALTER TABLE orders DROP COLUMN region;"))
                .isEmpty();
    }

    @Test
    void a_sequence_is_left_behind_when_its_default_goes() {
        String sequence = "CREATE SEQUENCE numbers;\nCREATE SEQUENCE others;\n"
                + "CREATE TABLE bills (id bigint PRIMARY KEY DEFAULT nextval('numbers'));\n";

        assertThat(said(sequence)).isEmpty();
        assertThat(said(sequence, "ALTER TABLE bills ALTER COLUMN id DROP DEFAULT;"))
                .containsExactly("unused-sequence numbers V1.sql:1 DROP SEQUENCE numbers;");
        assertThat(said(sequence, "DROP TABLE bills;")).hasSize(1);
        assertThat(said(
                        sequence,
                        "ALTER TABLE bills ALTER COLUMN id DROP DEFAULT;",
                        "CREATE FUNCTION next() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('numbers') $$;"))
                .isEmpty();
    }

    @Test
    void enums_and_domains_without_a_column_are_told() {
        assertThat(said("""
                        CREATE TYPE mood AS ENUM ('sad');
                        CREATE TYPE state AS ENUM ('on');
                        CREATE TYPE level AS ENUM ('low');
                        CREATE DOMAIN price AS numeric;
                        CREATE DOMAIN net_price AS price;
                        CREATE TABLE t (id int PRIMARY KEY, s state, levels level[], p net_price);
                        """)).containsExactly("unused-type mood V1.sql:1 DROP TYPE mood;");
    }

    @Test
    void composite_types_and_ranges_that_nothing_has_any_more_are_told() {
        assertThat(said("""
                        CREATE TYPE price AS (net numeric, gross numeric);
                        CREATE TYPE spans AS RANGE (subtype = date);
                        CREATE DOMAIN "Code" AS text;
                        CREATE TABLE t (id int PRIMARY KEY, s spans);
                        CREATE FUNCTION f() RETURNS price LANGUAGE sql AS 'SELECT 1, 2';
                        """, "ALTER TABLE t DROP COLUMN s;\nDROP FUNCTION f();"))
                .containsExactly(
                        "unused-type Code V1.sql:3 DROP DOMAIN \"Code\";",
                        "unused-type price V1.sql:1 DROP TYPE price;",
                        "unused-type spans V1.sql:2 DROP TYPE spans;");
    }

    @Test
    void an_application_may_cast_to_composite_types_and_ranges_that_nothing_ever_had() {
        assertThat(said("""
                        CREATE TYPE price AS (net numeric, gross numeric);
                        CREATE TYPE spans AS RANGE (subtype = date);
                        COMMENT ON TYPE price IS 'for rows that come at once';
                        CREATE TABLE price_list (id int PRIMARY KEY);
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int PRIMARY KEY, p pair);",
                "CREATE TABLE t (id int PRIMARY KEY, p pair[]);",
                "CREATE TABLE t OF pair; ALTER TABLE t ADD PRIMARY KEY (a);",
                "CREATE FUNCTION f() RETURNS SETOF pair LANGUAGE sql AS 'SELECT 1, 2';",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'DECLARE p pair; BEGIN RETURN 1; END';",
                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'DECLARE p public.pair[]; BEGIN RETURN 1; END';",
                "CREATE VIEW v AS SELECT (ROW(1, 2)::pair).a;",
                "CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT ((ROW(1, 2)::pair).a));",
                "CREATE DOMAIN paired AS pair; CREATE TABLE t (id int PRIMARY KEY, p paired);",
                "CREATE TYPE span AS RANGE (subtype = pair); CREATE TABLE t (id int PRIMARY KEY, p span);",
                "CREATE CAST (pair AS text) WITH INOUT;",
                """
                CREATE FUNCTION eq(a pair, b pair) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR === (LEFTARG = pair, RIGHTARG = pair, FUNCTION = eq);""",
                "CREATE DOMAIN d AS text; ALTER DOMAIN d ADD CHECK (VALUE::pair IS NOT NULL);"
                        + " CREATE TABLE t (id int PRIMARY KEY, p d);"
            })
    void a_composite_type_that_something_has_is_used(String user) {
        String pair = "CREATE TYPE pair AS (a int, b int);";

        assertThat(said(pair + ONCE.formatted("pair"))).hasSize(1);
        assertThat(said(pair + ONCE.formatted("pair"), user)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int PRIMARY KEY, p spanrange);",
                "CREATE TABLE t (id int PRIMARY KEY, p spanmultirange);",
                "CREATE VIEW v AS SELECT lower(spanrange(1, 2)) AS low;",
                "CREATE TABLE t (id int PRIMARY KEY, a int, CHECK (spanrange(1, 5) @> a));",
                "CREATE FUNCTION f(spanmultirange) RETURNS int LANGUAGE sql AS 'SELECT 1';"
            })
    void a_range_is_used_by_its_multirange_and_by_what_makes_one(String user) {
        String range = "CREATE TYPE spanrange AS RANGE (subtype = int);";

        assertThat(said(range + ONCE.formatted("spanrange"))).hasSize(1);
        assertThat(said(range + ONCE.formatted("spanrange"), user)).isEmpty();
    }

    @Test
    void a_base_type_is_nobodys_business() {
        assertThat(said("CREATE TYPE box_of;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';",
                "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 'sad'::mood::text $$;",
                "CREATE VIEW v AS SELECT 'sad'::mood AS mood;",
                "CREATE TYPE both AS (m mood);",
                "CREATE TABLE t (id int PRIMARY KEY, a text CHECK (a::mood = 'sad'));"
            })
    void a_type_that_something_names_is_used(String user) {
        assertThat(said("CREATE TYPE mood AS ENUM ('sad');", user)).isEmpty();
    }

    @Test
    void what_an_extension_brings_is_its_own() {
        assertThat(said("CREATE EXTENSION earthdistance CASCADE; CREATE EXTENSION moddatetime; CREATE EXTENSION lo;"))
                .isEmpty();
    }

    @Test
    void a_function_for_triggers_without_one_is_told_and_a_plain_one_never() {
        String function = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n"
                + "CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS 'SELECT 1';\n";

        assertThat(said(function + ORDERS))
                .containsExactly("unused-trigger-function touch() V1.sql:1 DROP FUNCTION touch();");
        assertThat(said(
                        function + ORDERS,
                        "CREATE TRIGGER t BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();"))
                .isEmpty();
    }

    @Test
    void what_code_may_have_made_is_not_missed() {
        String dynamic = """
                DO $$
                DECLARE name text;
                BEGIN
                    FOR name IN SELECT n FROM names LOOP
                        EXECUTE format('CREATE INDEX %I ON orders (customer_id)', name);
                    END LOOP;
                END $$;
                """;

        assertThat(said("CREATE TABLE names (n text PRIMARY KEY);" + KEY, dynamic))
                .isEmpty();
    }

    @Test
    void the_worst_comes_first_and_then_the_alphabet() {
        assertThat(said("CREATE TYPE mood AS ENUM ('sad');\nCREATE TABLE b (x int);\nCREATE TABLE a (x int);"))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("a", "b", "mood");
    }

    /** What is said of a history of these files, V1.sql and so on: check, object, place and remedy. */
    private static List<String> said(String... files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : files) {
            texts.put("db/V" + (texts.size() + 1) + "__a.sql", file);
        }
        LintRequest request = LintRequest.of(MemoryTree.of(texts), List.of("db"));
        return SchemaReview.of(request, Requirements.NONE, List.of())
                .all()
                .map(SchemaChecksTest::line)
                .toList();
    }

    private static String line(Recommendation each) {
        String place = each.place() == null ? "" : each.place().brief().replace("__a", "");
        return String.join(" ", each.check(), each.object(), place, each.remedy());
    }
}
