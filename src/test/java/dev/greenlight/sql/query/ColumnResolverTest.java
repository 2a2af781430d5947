package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.query.ColumnResolver.NamedColumn;
import dev.greenlight.sql.query.ColumnResolver.Resolution;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against relations a (id, x, k), b (id, y, k) and c (z); what others have is not known. */
class ColumnResolverTest {
    private static final Map<String, List<String>> COLUMNS =
            Map.of("a", List.of("id", "x", "k"), "b", List.of("id", "y", "k"), "c", List.of("z"));

    private final ColumnResolver resolver = new ColumnResolver(
            ColumnResolverTest::columnsOf,
            (one, other) -> one.schema().isEmpty() || one.schema().equals(other.schema()));

    private static @Nullable List<String> columnsOf(ObjectName name) {
        return COLUMNS.get(name.name());
    }

    private static QueryReferences read(String sql) {
        return QueryReader.read(new Query(new Fixture(sql, Map.of()).tokens()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT x FROM a                                        | a.x
        SELECT y FROM a                                        | no column
        SELECT id FROM a, b                                    | ambiguous
        SELECT a.id FROM a, b                                  | a.id
        SELECT d.id FROM a, b                                  | no relation
        SELECT id FROM a d                                     | d.id
        SELECT a.id FROM a d                                   | no relation
        SELECT public.a.id FROM a                              | a.id
        SELECT s.a.id FROM s.a                                 | a.id
        SELECT s.a.id FROM r.a                                 | no relation
        SELECT p FROM a d (p, q)                               | d.id
        SELECT id FROM a d (p, q)                              | no column
        SELECT k FROM a d (p, q)                               | d.k
        SELECT ctid FROM a                                     | a.ctid
        SELECT a FROM a                                        | computed
        SELECT y FROM unknown                                  | unknown
        SELECT x FROM a, unknown                               | a.x
        SELECT y FROM a, unknown                               | unknown
        SELECT q FROM unknown u (p, q)                         | computed
        SELECT x FROM (SELECT x FROM a) d                      | a.x
        SELECT x FROM (SELECT x + 1 AS x FROM a) d             | computed
        SELECT y FROM (SELECT x FROM a) d                      | no column
        SELECT d.k FROM (SELECT * FROM a) d                    | a.k
        SELECT d.k FROM (SELECT e.* FROM (SELECT * FROM a) e) d | a.k
        SELECT d.k FROM (SELECT * FROM unknown) d              | unknown
        SELECT r FROM (SELECT * FROM a) d (p, q, r)            | a.k
        SELECT (SELECT x) FROM a                               | a.x
        SELECT (SELECT y FROM b LIMIT 1) FROM a                | b.y
        SELECT id FROM a JOIN b USING (id)                     | a.id b.id
        SELECT k FROM a JOIN b USING (id)                      | ambiguous
        SELECT k FROM a NATURAL JOIN b                         | a.k b.k
        SELECT y FROM a NATURAL JOIN b                         | b.y
        SELECT x FROM (a JOIN b USING (id)) j                  | a.x
        SELECT a.x FROM (a JOIN b USING (id)) j                | no relation
        SELECT j.r FROM (a JOIN b USING (id)) j (p, q, r)      | a.k
        SELECT g FROM generate_series(1, 2) g                  | computed
        SELECT h FROM generate_series(1, 2) g                  | no column
        SELECT g.h FROM app.f() g                              | unknown
        SELECT column2 FROM (VALUES (1, 2)) v                  | computed
        SELECT column3 FROM (VALUES (1, 2)) v                  | no column
        WITH w (p) AS (SELECT x FROM a) SELECT p FROM w        | a.x
        SELECT * FROM a, c                                     | a.id a.x a.k c.z
        SELECT * FROM a JOIN b USING (k, id)                   | a.k b.k a.id b.id a.x b.y
        SELECT c.* FROM a, c                                   | c.z
        SELECT d.* FROM a, c                                   | no relation
        SELECT * FROM a, unknown                               | unknown
        """)
    void the_first_name_in_the_select_list_stands_for(String sql, String expected) {
        QueryReferences references = read(sql.strip());
        int first = sql.strip().startsWith("WITH") ? 1 : 0;
        assertThat(text(resolver.resolve(references.columns().get(first)))).isEqualTo(expected);
    }

    private static String text(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found found -> found.columns().isEmpty() ? "computed" : columns(found);
            case Resolution.NoColumn ignored -> "no column";
            case Resolution.NoRelation ignored -> "no relation";
            case Resolution.Ambiguous ignored -> "ambiguous";
            case Resolution.Unknown ignored -> "unknown";
        };
    }

    private static String columns(Resolution.Found found) {
        return found.columns().stream()
                .map(column -> column.relation().visibleName().value() + "." + column.column())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT *, x + 1, x AS n FROM a                              | id x k ?column? n
        SELECT * FROM a JOIN b USING (k)                            | k id x id y
        SELECT * FROM (a NATURAL JOIN b) j (p)                      | p k x y
        SELECT j.*, z FROM c, LATERAL (SELECT * FROM a) j           | id x k z
        SELECT * FROM (VALUES (1, 2)) v (p)                         | p column2
        SELECT * FROM a UNION SELECT * FROM b                       | id x k
        INSERT INTO a VALUES (1) RETURNING *                        | id x k
        UPDATE a SET x = 1 FROM b RETURNING a.id, b.*               | id id y k
        WITH w AS (DELETE FROM c RETURNING *) SELECT * FROM w, b    | z id y k
        WITH RECURSIVE w AS (SELECT 1 AS n UNION SELECT n + 1 FROM w) SELECT * FROM w | n
        TABLE c                                                     | z
        """)
    void output_columns_are_called(String sql, String expected) {
        List<NamedColumn> columns = resolver.expand(read(sql.strip()).output());
        assertThat(columns).isNotNull();
        assertThat(columns.stream().map(NamedColumn::name).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void a_long_chain_of_sub_selects_costs_no_more_than_its_length() {
        StringBuilder sql = new StringBuilder("WITH w0 AS (SELECT id, x, k FROM a)");
        for (int i = 1; i <= 60; i++) {
            sql.append(", w%d AS (SELECT id, x, k FROM w%d)".formatted(i, i - 1));
        }
        QueryReferences references = read(sql + " SELECT id, x, k FROM w60");
        assertThat(text(resolver.resolve(references.columns().getLast()))).isEqualTo("a.k");
    }
}
