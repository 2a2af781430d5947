package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.query.ColumnResolver.NamedColumn;
import dev.greenlight.sql.query.ColumnResolver.RelationColumn;
import dev.greenlight.sql.query.ColumnResolver.Resolution;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The columns that a query gives and needs are those that the server finds when it makes a view of the query. */
@Tag("postgres")
class ViewsOnServerTest {
    private static final String TABLES = """
            CREATE SCHEMA app;
            CREATE TYPE app.pair AS (f int, g text);
            CREATE TABLE app.users (id int, name text, org int, tags text[], data jsonb, born date, "Odd" int);
            CREATE TABLE orgs (id int, name text, parent int, p app.pair, at timestamptz);
            CREATE TABLE items (id int, "user" int, org int, n numeric, kind text, "order" int);
            SET search_path = public, app
            """;

    private static final String[] QUERIES = {
        "SELECT * FROM app.users",
        "SELECT u.*, o.name AS org_name FROM users u JOIN orgs o ON o.id = u.org",
        "SELECT u.name, o.* FROM users u LEFT JOIN orgs o (oid, oname) ON u.org = oid WHERE parent > 1",
        "SELECT * FROM orgs JOIN items USING (id)",
        "SELECT id, kind FROM orgs NATURAL JOIN items",
        "SELECT j.b, j.a FROM (orgs JOIN items USING (id)) AS j (a, b)",
        "SELECT o.id, s.total FROM orgs o, LATERAL (SELECT sum(i.n) AS total FROM items i WHERE i.org = o.id) s",
        "SELECT id, (SELECT max(n) FROM items WHERE org = orgs.id AND kind = name) FROM orgs",
        "WITH t AS (SELECT id, name AS label FROM orgs), s AS (SELECT * FROM t WHERE label > 'a') SELECT s.label FROM s",
        "WITH RECURSIVE tree (id, up) AS (SELECT id, parent FROM orgs WHERE parent IS NULL"
                + " UNION ALL SELECT o.id, o.parent FROM orgs o JOIN tree ON tree.id = o.parent)"
                + " SELECT tree.id, name FROM tree JOIN users ON users.org = up",
        "SELECT name FROM users UNION SELECT kind FROM items ORDER BY name",
        "(SELECT id FROM users) EXCEPT (SELECT \"user\" FROM items ORDER BY n LIMIT 1)",
        "SELECT kind AS k, count(*), sum(n) FILTER (WHERE \"order\" > 1) FROM items GROUP BY k HAVING max(id) > 1"
                + " ORDER BY k, sum(n)",
        "SELECT org AS id, count(*) FROM items GROUP BY id, org",
        "SELECT kind, org, grouping(kind), avg(n) FROM items GROUP BY GROUPING SETS ((kind), ROLLUP (org), ())",
        "SELECT DISTINCT ON (org, lower(kind)) id FROM items ORDER BY org, lower(kind), n DESC NULLS LAST",
        "SELECT id, rank() OVER w, sum(n) OVER (PARTITION BY org ORDER BY \"order\") AS running FROM items"
                + " WINDOW w AS (PARTITION BY kind ORDER BY n)",
        "SELECT (p).f, (p).g AS h, (orgs.p).f + 1 AS i FROM orgs",
        "SELECT u.id, t, e.value FROM users u, unnest(u.tags) t, jsonb_array_elements(u.data) e",
        "SELECT u.id, t.n, t.v FROM users u, unnest(tags) WITH ORDINALITY AS t (v, n)",
        "SELECT r.a FROM users, jsonb_to_record(data) AS r (a int, b text) WHERE b = name",
        "SELECT v.a, column2 FROM (VALUES (1, 'x'), (2, 'y')) v (a) JOIN items ON id = a",
        "SELECT id FROM orgs o WHERE EXISTS (SELECT FROM users WHERE org = o.id AND \"Odd\" = 1)"
                + " AND parent = ANY (SELECT \"user\" FROM items) AND (name, id) IN (SELECT kind, org FROM items)",
        "SELECT data ->> 'x' AS x, data ? 'k' AS has, tags[1], tags[2:3] AS some, born::timestamp FROM users",
        "SELECT extract(year FROM born), date_trunc('day', at), at AT TIME ZONE 'UTC', current_date, substring(o.name, 1)"
                + " FROM users, orgs o",
        "SELECT CASE WHEN id > 1 THEN name ELSE kind END, coalesce(n, 0), nullif(org, 1), greatest(id, org)"
                + " FROM items JOIN (SELECT id AS uid, name FROM users) x ON uid = \"user\"",
        "SELECT ARRAY (SELECT name FROM users), ARRAY[id, parent], ROW (id, name)::pair, EXISTS (SELECT 1 FROM items) FROM orgs",
        "SELECT a.id, b.id AS id2, c.id AS id3 FROM ((users a JOIN orgs b ON a.org = b.id) CROSS JOIN items c)",
        "SELECT users FROM users",
        "SELECT users, orgs.ctid FROM users, orgs",
        "TABLE orgs",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT x.* FROM (SELECT * FROM (SELECT id, name FROM orgs) y) x",
        "SELECT count(*) FROM orgs FULL JOIN users USING (id, name) WHERE id > 0",
        "SELECT -id, id::bigint, 'x', 'x'::text, NULL::int FROM orgs",
        "SELECT true, id IS NULL AS a FROM orgs",
        "SELECT public.orgs.name, app.users.id FROM orgs, users"
    };

    private static final String VALUES = """
            a, t.b, a + 1, -a, +a, a::text, (a), ((t.b)), abs(a), pg_catalog.abs(a), 'x', 'x'::text, 1::int, 1.5, $$y$$,
            CAST(a AS bigint), CAST('1' AS numeric(3)), a::text::varchar, (a + 1)::bigint, (a)::smallint, NULL, true,
            NOT true, a IS NULL, a ISNULL, a and_or, a > b, a = b AND a < b, c LIKE 'x', c || 'y', c ~ 'z', c COLLATE "C",
            CASE WHEN a > 1 THEN b ELSE c::int END, CASE WHEN a > 1 THEN b ELSE a END, CASE WHEN a > 1 THEN b ELSE a + 1 END,
            CASE WHEN a > 1 THEN 1 END, CASE a WHEN 1 THEN b ELSE abs(a) END::text, CASE WHEN true THEN 1 ELSE '2'::int END,
            COALESCE(a, b), NULLIF(a, b), GREATEST(a, b), LEAST(a, b), ARRAY[a, b], ARRAY(SELECT 1), ARRAY[[1], [2]],
            ROW (a, b), (a, b), EXISTS (SELECT 1), (SELECT a), (SELECT 1), (SELECT 1 AS y UNION SELECT 2), (VALUES (1)),
            (SELECT a)::text, ((SELECT b AS z)), a IN (1, 2), a NOT IN (SELECT 1), a BETWEEN 1 AND 2, a = ANY (arr),
            ts AT TIME ZONE 'UTC', (ts AT TIME ZONE 'UTC')::date, ts AT LOCAL, ts::date AT TIME ZONE 'UTC', arr[1],
            arr[1:2], (r).f, (r).g, ((r).f), (app.pair_of(a)).f, (ARRAY[a])[1], (arr || 1)[1], count(*) OVER (),
            sum(a) FILTER (WHERE b > 1) OVER w, current_date, current_timestamp(3), localtime, localtimestamp, current_user,
            user, session_user, current_schema, current_schema(), current_catalog, current_role, extract(year FROM d),
            date_part('year', d), substring(c FROM 1 FOR 2), substring(c, 1), position('x' IN c), overlay(c PLACING 'x' FROM 1),
            trim(c), trim(LEADING 'x' FROM c), trim(TRAILING FROM c), trim(BOTH FROM c), normalize(c, NFC), c IS NORMALIZED,
            collation for (c), date '2020-01-01', interval '1' day, timestamp with time zone 'now', double precision '1.5',
            app.kind 'x', a::pg_catalog.int8, c::"char", '{}'::bool[], '{}'::timestamp with time zone[], a AS value, b year_of,
            d AS "Da y", (d, d) OVERLAPS (d, d), a IS DISTINCT FROM b, json_build_object('a', 1) -> 'a', '{}'::jsonb ? 'k',
            now() - interval '1 day', lower(c)::app.kind, format('%s', VARIADIC ARRAY[c]), json_object('k': a), json_array(a, b),
            make_interval(days => 1), ((a + b)) * 2, @ a, a OPERATOR(pg_catalog.+) b, B'01', X'1F'
            """;

    @Test
    void columns_without_an_alias_are_called_the_same_there() throws SQLException {
        String query = "SELECT " + VALUES.strip() + " FROM t WINDOW w AS (ORDER BY a)";
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(TABLES);
            statement.execute("""
                    CREATE DOMAIN app.kind AS text;
                    CREATE TABLE t (a int, b int, c text, d date, ts timestamptz, arr int[], r pair);
                    CREATE FUNCTION app.pair_of(int) RETURNS app.pair RETURN ROW ($1, '')::app.pair
                    """);
            QueryReferences references = QueryReader.read(new Query(new Fixture(query, Map.of()).tokens()));
            assertThat(references.output().stream().map(OutputColumn::name).toList())
                    .isEqualTo(labels(statement, query));
        }
    }

    @Test
    void views_have_and_need_the_same_there() throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(TABLES);
            for (String query : QUERIES) {
                statement.execute(distinctlyNamed(query, statement));
                QueryReferences references = QueryReader.read(new Query(new Fixture(query, Map.of()).tokens()));
                ColumnResolver resolver = new ColumnResolver(
                        relation -> columns(statement, relation),
                        (one, other) -> one.schema().isEmpty() || one.schema().equals(other.schema()));
                assertThat(references.complete()).as(query).isTrue();
                assertThat(needs(references, resolver)).as(query).isEqualTo(needs(statement));
                assertThat(names(references, resolver)).as(query).isEqualTo(labels(statement, query));
                statement.execute("DROP VIEW v");
            }
        }
    }

    /** In a view no two columns have one name, so the view's columns are numbered. */
    private static String distinctlyNamed(String query, Statement statement) throws SQLException {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < labels(statement, query).size(); i++) {
            numbered.add("c" + i);
        }
        return "CREATE VIEW v (" + String.join(", ", numbered) + ") AS " + query;
    }

    private static List<String> labels(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                labels.add(rows.getMetaData().getColumnLabel(i));
            }
            return labels;
        }
    }

    private static List<String> names(QueryReferences references, ColumnResolver resolver) {
        List<NamedColumn> columns = resolver.expand(references.output());
        return columns == null
                ? List.of()
                : columns.stream().map(NamedColumn::name).toList();
    }

    private static TreeSet<String> needs(QueryReferences references, ColumnResolver resolver) {
        TreeSet<String> needs = new TreeSet<>();
        for (ColumnReference reference : references.columns()) {
            Resolution resolution = resolver.resolve(reference);
            assertThat(resolution).as(reference.toString()).isInstanceOf(Resolution.Found.class);
            for (RelationColumn column : ((Resolution.Found) resolution).columns()) {
                if (!column.column().equals("ctid")) {
                    needs.add(column.relation().name().name() + "." + column.column());
                }
            }
        }
        return needs;
    }

    private static TreeSet<String> needs(Statement statement) throws SQLException {
        return new TreeSet<>(strings(statement, """
                SELECT c.relname || '.' || a.attname
                FROM pg_depend d
                JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_class c ON c.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
                WHERE r.ev_class = 'v'::regclass AND d.refobjsubid > 0 AND c.relkind = 'r'
                """));
    }

    private static @Nullable List<String> columns(Statement statement, ObjectName relation) {
        try {
            List<String> columns = strings(
                    statement,
                    "SELECT attname FROM pg_attribute WHERE attrelid = '" + relation
                            + "'::regclass AND attnum > 0 ORDER BY attnum");
            return columns.isEmpty() ? null : columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
