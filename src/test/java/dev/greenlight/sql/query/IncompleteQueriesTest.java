package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sql.Query;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not understood in full still shows its relations, and says that it is not complete. */
class IncompleteQueriesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT a FROM t JOIN u ON (SELECT b FROM v) c                          | t, u, v
        SELECT a FROM t JOIN u ON WHERE                                        | t, u
        SELECT a FROM t, (SELECT b FROM u                                      | t, u
        WITH c AS (SELECT 1 FROM x) SELECT a FROM c JOIN t y ON y. = 1         | x, t y
        SELECT x.* FROM t, XMLTABLE ('/a' PASSING t.d COLUMNS b int PATH '@b') x | t
        INSERT INTO t SELECT FROM WHERE u                                      | t insert
        UPDATE t x SET a WHERE b                                               | t x update
        DELETE FROM t x OTHER                                                  | t x delete
        SELECT ${columns} FROM t                                               | t
        """)
    void relations_are_guessed(String sql, String relations) {
        QueryReferences references = QueryReader.read(new Query(new Fixture(sql.strip(), Map.of()).tokens()));
        assertThat(Summary.relations(references.relations())).isEqualTo(relations);
        assertThat(references.complete()).isFalse();
    }
}
