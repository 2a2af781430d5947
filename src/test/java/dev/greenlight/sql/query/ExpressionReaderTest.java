package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionReaderTest {
    static Stream<Fixture> expressions() {
        return Fixture.of("/queries/expressions.txt");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void an_expression_names_what_it_names(Fixture fixture) {
        ExpressionReferences references = ExpressionReader.read(new Expression(fixture.tokens()));
        Map<String, String> found = new LinkedHashMap<>();
        fixture.expected().keySet().forEach(key -> found.put(key, summary(key, references)));
        assertThat(found).isEqualTo(fixture.expected());
        assertThat(references.complete()).isTrue();
    }

    private static String summary(String key, ExpressionReferences references) {
        return switch (key) {
            case "relations" -> Summary.relations(references.relations());
            case "columns" -> Summary.columns(references.columns());
            case "scopes" -> Summary.scopes(references.columns());
            case "functions" -> Summary.functions(references.functions());
            case "types" -> Summary.types(references.types());
            default -> throw new IllegalArgumentException(key);
        };
    }

    @Test
    void what_surrounds_an_expression_is_seen_in_its_sub_selects_too() {
        Fixture fixture = new Fixture("a = (SELECT b FROM u WHERE u.c = d)", Map.of());
        Name table = Name.of(fixture.tokens().getFirst());
        Scope scope = Scope.of(new ObjectName(List.of(new Name("t", table.span()))));
        assertThat(Summary.scopes(ExpressionReader.read(new Expression(fixture.tokens()), scope)
                        .columns()))
                .isEqualTo("a: t; b: u < t; u.c: u < t; d: u < t");
    }

    @Test
    @Tag("postgres")
    void all_are_valid_to_the_server() {
        assertThat(expressions()
                        .filter(fixture -> Oracle.postgres()
                                .syntax("SELECT " + fixture.sql())
                                .isPresent()))
                .isEmpty();
    }
}
