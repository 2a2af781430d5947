package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What trees statements have, and where their nodes stand. */
class ParserTreeTest {

    static Stream<String> fixtures() {
        return StatementLines.withTrees();
    }

    static Stream<String> statements() {
        return Stream.concat(
                StatementLines.accepted(), StatementLines.of("expressions.txt").map(StatementLines::column));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_statement_has_this_tree(String fixture) {
        String sql = fixture.lines().findFirst().orElseThrow();
        String tree = TreeText.of(Parsing.parse(sql), sql).stream()
                .map(line -> "\n" + StatementLines.INDENT + line)
                .collect(Collectors.joining());
        assertThat(sql + tree).isEqualTo(fixture);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void each_node_stands_where_it_says(String sql) {
        String text = "/* a */ " + sql + " -- b\n;";
        assertThat(TreePlaces.complaints(text, Parsing.text(text))).isEmpty();
    }
}
