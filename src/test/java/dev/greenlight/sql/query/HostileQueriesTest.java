package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing throws, and nothing takes long. */
class HostileQueriesTest {
    private final ColumnResolver resolver = new ColumnResolver(
            name -> List.of("a", "b"),
            (one, other) -> one.schema().isEmpty() || one.schema().equals(other.schema()));

    static Stream<Fixture> queries() {
        return Fixture.of("/queries/queries.txt");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_with_a_slip(Fixture fixture) {
        assertThatCode(() -> mutations(fixture.tokens()).forEach(this::read)).doesNotThrowAnyException();
    }

    private void read(List<Token> tokens) {
        QueryReferences references = QueryReader.read(new Query(tokens));
        references.columns().forEach(resolver::resolve);
        resolver.expand(references.output());
        ExpressionReader.read(new Expression(tokens));
    }

    /** One token too few, one twice, two in the wrong order, and the end missing. */
    private static Stream<List<Token>> mutations(List<Token> tokens) {
        return IntStream.range(1, tokens.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        changed(tokens, changed -> changed.remove((int) i)),
                        changed(tokens, changed -> changed.add(i, tokens.get(i))),
                        changed(tokens, changed -> Collections.swap(changed, i, i - 1)),
                        tokens.subList(0, i)));
    }

    private static List<Token> changed(List<Token> tokens, Consumer<List<Token>> change) {
        List<Token> changed = new ArrayList<>(tokens);
        change.accept(changed);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((SELECT ",
                "f(",
                "CASE WHEN ",
                "a[",
                "NOT ",
                "- ",
                "a + ",
                "(SELECT * FROM ",
                "SELECT 1 UNION ",
                "a AND ",
                "(a, ",
                "WITH a AS (",
                "x IN (SELECT ",
                "ARRAY["
            })
    void deep_and_long_ones_end_soon(String part) {
        for (String sql : List.of("SELECT " + part.repeat(20_000) + "1", "SELECT 1 FROM " + part.repeat(2_000) + "t")) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(new Fixture(sql, Map.of()).tokens()));
        }
    }

    @Test
    void ten_thousand_rows_are_read_to_the_last() {
        String rows = "(1, 'x', now()), ((SELECT id FROM u WHERE k = 'y'), NULL, 2), ".repeat(5_000);
        QueryReferences references = QueryReader.read(
                new Query(new Fixture("INSERT INTO t VALUES " + rows + "(1, 2, f(3))", Map.of()).tokens()));
        assertThat(references.relations()).hasSize(5_001);
        assertThat(references.functions()).hasSize(5_001);
        assertThat(references.complete()).isTrue();
    }
}
