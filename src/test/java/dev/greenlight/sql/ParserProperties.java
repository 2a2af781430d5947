package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every text. */
class ParserProperties {
    private static final List<String> TOKENS = Stream.of("relations.txt", "relations-rejected.txt", "expressions.txt")
            .flatMap(StatementLines::of)
            .flatMap(sql -> Lexer.tokenize(sql, new Span(0, sql.length())).stream()
                    .filter(token -> !token.kind().isTrivia())
                    .map(token -> sql.substring(token.start(), token.end())))
            .toList();

    @Property(tries = 2000)
    void any_text_becomes_statements_that_cover_it(@ForAll("texts") String sql) {
        for (StatementText text : Splitter.split(sql, new Span(0, sql.length()))) {
            Statement statement = Parser.parse(text);
            assertThat(statement.span()).isEqualTo(text.span());
            if (statement instanceof Unread.Unparsed unparsed) {
                assertThat(text.span().contains(unparsed.at())).isTrue();
                assertThat(unparsed.message()).isNotEmpty().doesNotContain("\n");
            }
        }
    }

    /** Pieces of statements with slips in them. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.of(TOKENS);
        Arbitrary<String> piece = Arbitraries.integers()
                .between(0, TOKENS.size() - 12)
                .map(start -> String.join(" ", TOKENS.subList(start, start + 12)));
        return Arbitraries.frequencyOf(Tuple.of(2, piece), Tuple.of(3, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join(" ", pieces));
    }
}
