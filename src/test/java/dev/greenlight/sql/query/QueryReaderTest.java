package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.sql.Query;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryReaderTest {
    static Stream<Fixture> queries() {
        return Fixture.of("/queries/queries.txt");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_names_what_it_names(Fixture fixture) {
        QueryReferences references = QueryReader.read(new Query(fixture.tokens()));
        Map<String, String> found = new LinkedHashMap<>();
        fixture.expected().keySet().forEach(key -> found.put(key, summary(key, references)));
        assertThat(found).isEqualTo(fixture.expected());
        assertThat(references.complete()).isTrue();
    }

    private static String summary(String key, QueryReferences references) {
        return switch (key) {
            case "relations" -> Summary.relations(references.relations());
            case "columns" -> Summary.columns(references.columns());
            case "scopes" -> Summary.scopes(references.columns());
            case "functions" -> Summary.functions(references.functions());
            case "types" -> Summary.types(references.types());
            case "output" -> Summary.output(references.output());
            default -> throw new IllegalArgumentException(key);
        };
    }

    @ParameterizedTest
    @MethodSource("queries")
    void each_place_is_exact(Fixture fixture) {
        QueryReferences references = QueryReader.read(new Query(fixture.tokens()));
        for (ColumnReference column : references.columns()) {
            String written =
                    fixture.sql().substring(column.span().start(), column.span().end());
            if (!written.contains("\"") && !written.equalsIgnoreCase("table")) {
                assertThat(written.toLowerCase(Locale.ROOT)).isEqualTo(column.toString());
            }
        }
        for (RelationReference relation : references.relations()) {
            assertThat(fixture.sql().substring(relation.name().span().start()).replace("\"", ""))
                    .startsWithIgnoringCase(relation.name().toString());
        }
        for (FunctionCall call : references.functions()) {
            assertThat(fixture.sql().substring(call.span().start(), call.span().end()))
                    .matches("(?s)\\w.*\\)|\\w+");
        }
    }

    @Test
    @Tag("postgres")
    void all_are_valid_to_the_server() {
        assertThat(queries()
                        .filter(fixture ->
                                Oracle.postgres().syntax(fixture.sql()).isPresent()))
                .isEmpty();
    }
}
