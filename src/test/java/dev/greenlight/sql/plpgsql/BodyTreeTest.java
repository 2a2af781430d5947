package dev.greenlight.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import dev.greenlight.sql.plpgsql.BodyFixtures.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of bodies, and where it stands. */
class BodyTreeTest {

    static Stream<Fixture> all() {
        return Stream.of(BodyFixtures.accepted(), BodyFixtures.of("rejected"), BodyFixtures.of("placeholders"))
                .flatMap(fixtures -> fixtures);
    }

    static Stream<Fixture> accepted() {
        return BodyFixtures.accepted();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_body_is_read_as_this(Fixture fixture) {
        Body body = fixture.body();
        assertThat(CodeText.of(body.read(), body.text())).isEqualTo(fixture.expected());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void each_node_stands_where_it_says(Fixture fixture) {
        Body body = fixture.body().with("-- a\n" + fixture.body().text() + " /* b */ -- c");
        assertThat(body.read())
                .isInstanceOfSatisfying(
                        Code.Readable.class,
                        readable -> assertThat(CodePlaces.complaints(body, readable.block()))
                                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void what_nobody_knows_the_signature_of_is_read_as_well(Fixture fixture) {
        String text = fixture.body().text();
        assertThat(PlpgsqlParser.parse(text, new Span(0, text.length()))).isInstanceOf(Code.Readable.class);
    }

    @Test
    void places_are_those_of_the_text_around() {
        String text = "DO $$ BEGIN a := ; b := 1 +; END $$";
        Code code = PlpgsqlParser.parse(text, new Span(5, text.length() - 2));
        assertThat(CodeText.of(code, text))
                .isEqualTo("42601 «EGIN a := ; b := 1 +▸» syntax error at end of input: " + "expected an expression");
    }
}
