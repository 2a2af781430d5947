package dev.greenlight.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Unread;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text, also for those on which a parser can go wrong in time or in depth. */
class BodyProperties {
    private static final int SIZE = 200_000;

    private static final List<String> TOKENS = Stream.concat(BodyFixtures.accepted(), BodyFixtures.of("rejected"))
            .map(BodyFixtures.Fixture::body)
            .flatMap(body -> body.tokens().stream().map(token -> body.text().substring(token.start(), token.end())))
            .toList();

    static Stream<String> fragments() {
        return Stream.of(
                "BEGIN ",
                "BEGIN END; ",
                "DECLARE ",
                "DECLARE a int; BEGIN ",
                "<<a>> ",
                "IF a THEN ",
                "ELSIF a THEN ",
                "CASE a WHEN b THEN ",
                "LOOP ",
                "FOR i IN 1..2 LOOP ",
                "(",
                "a := (",
                "a[",
                "a.",
                "a := 1; ",
                "b int; ",
                "SELECT 1 INTO a; ",
                "INTO a, ",
                "RAISE '%', 1, ",
                "${a} ",
                "'",
                "$a$",
                ";");
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void a_row_of_one_thing_is_read_soon_and_without_a_failure(String fragment) {
        String text = "DECLARE a int; " + (fragment.equals("b int; ") ? "" : "BEGIN ")
                + fragment.repeat(SIZE / fragment.length());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check(text));
    }

    @Property(tries = 2000)
    void any_text_is_read_or_has_a_mistake_in_it(@ForAll("texts") String text) {
        check(text);
    }

    private static void check(String text) {
        Span within = new Span(0, text.length());
        for (Signature signature : List.of(Signature.unknown(), Signature.ofBlock())) {
            Code code = PlpgsqlParser.parse(text, within, signature);
            if (code instanceof Code.Unreadable(Unread.Unparsed unparsed, var state)) {
                assertThat(within.contains(unparsed.at())).isTrue();
                assertThat(unparsed.message()).isNotEmpty().doesNotContain("\n");
                assertThat(state).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.integers()
                .between(0, TOKENS.size() - 8)
                .map(start -> String.join(" ", TOKENS.subList(start, start + 8)));
        return Arbitraries.oneOf(piece, Arbitraries.of(TOKENS))
                .list()
                .ofMaxSize(12)
                .map(pieces -> "BEGIN " + String.join(" ", pieces));
    }
}
