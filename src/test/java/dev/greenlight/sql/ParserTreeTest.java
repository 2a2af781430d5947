package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What trees statements have, and where their nodes stand. */
class ParserTreeTest {

    static Stream<String> fixtures() {
        return StatementLines.withTrees();
    }

    static Stream<String> statements() {
        return StatementLines.accepted();
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
    void each_node_covers_whole_tokens_within_the_node_that_holds_it(String sql) {
        StatementText text = Parsing.text("/* a */ " + sql + " -- b\n;");
        Statement statement = Parser.parse(text);
        assertThat(statement.span()).isEqualTo(text.span());
        Set<Integer> starts = offsets(text, Token::start);
        Set<Integer> ends = offsets(text, Token::end);
        spans(statement, text.span()).forEach(span -> {
            assertThat(starts).contains(span.start());
            assertThat(ends).contains(span.end());
        });
    }

    private static Set<Integer> offsets(StatementText text, Function<Token, Integer> offset) {
        return text.tokens().stream().map(offset).collect(Collectors.toSet());
    }

    /**
     * The spans of a node and all nodes in it, each checked to lie in {@code within}. Only a name may stand elsewhere:
     * a constraint that is written at a column has the column's.
     */
    private static Stream<Span> spans(@Nullable Object node, Span within) {
        if (node instanceof List<?> list) {
            return list.stream().flatMap(element -> spans(element, within));
        }
        if (node instanceof Span span) {
            return checked(span, within);
        }
        if (node instanceof Name name) {
            return Stream.of(name.span());
        }
        if (node instanceof Token token) {
            return token.span().isEmpty() ? Stream.empty() : checked(token.span(), within);
        }
        return node instanceof Record parent ? components(parent, within) : Stream.empty();
    }

    private static Stream<Span> components(Record parent, Span within) {
        RecordComponent[] components = parent.getClass().getRecordComponents();
        Span own = Stream.of(components)
                .map(component -> TreeText.value(component, parent))
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .findFirst()
                .orElse(within);
        return Stream.concat(
                checked(own, within),
                Stream.of(components).flatMap(component -> spans(TreeText.value(component, parent), own)));
    }

    private static Stream<Span> checked(Span span, Span within) {
        assertThat(within.contains(span)).as("%s in %s", span, within).isTrue();
        return Stream.of(span);
    }
}
