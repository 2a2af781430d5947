package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComposedFileTest {
    private static final SourceFile FILE = SourceFile.of("V1.sql", "DO $$\nEXECUTE 'DROP TABLE ' || name\n$$");

    private final SourceFile composed = FILE.composed(List.of(
            new Piece("DROP TABLE ", spanOf("DROP TABLE ")),
            new Piece("", spanOf("EXECUTE")),
            new Piece("orders_archive", spanOf("name"))));

    @Test
    void the_pieces_are_one_text() {
        assertThat(composed.text()).isEqualTo("DROP TABLE orders_archive");
        assertThat(composed.path()).isEqualTo("V1.sql");
        assertThat(composed.checksum()).isEqualTo(FILE.checksum());
        assertThat(composed.written()).isSameAs(FILE);
    }

    @Test
    void what_was_taken_as_it_stood_has_its_own_places() {
        assertThat(composed.written(new Span(5, 10))).isEqualTo(spanOf("TABLE"));
        assertThat(composed.position(5)).isEqualTo(new Position(2, 15));
    }

    @Test
    void what_stands_for_a_value_is_its_place() {
        assertThat(composed.written(new Span(11, 25))).isEqualTo(spanOf("name"));
        assertThat(composed.written(new Span(15, 17))).isEqualTo(spanOf("name"));
        assertThat(composed.position(20)).isEqualTo(FILE.position(spanOf("name").start()));
    }

    @Test
    void what_takes_in_several_pieces_goes_from_the_first_to_the_last() {
        assertThat(composed.written(new Span(0, 25)))
                .isEqualTo(spanOf("DROP TABLE ").cover(spanOf("name")));
        assertThat(composed.written(new Span(25, 25)))
                .isEqualTo(new Span(spanOf("name").end(), spanOf("name").end()));
    }

    @Test
    void a_value_may_have_stood_in_front_of_the_text_that_it_is_filled_into() {
        SourceFile swapped = FILE.composed(
                List.of(new Piece("orders ", spanOf("name")), new Piece("DROP TABLE", spanOf("DROP TABLE"))));

        Span written = swapped.written(new Span(0, 17));

        assertThat(written.start()).isLessThanOrEqualTo(written.end());
    }

    @Test
    void what_is_put_together_may_be_put_together_again() {
        SourceFile again = composed.composed(List.of(new Piece("TABLE", new Span(5, 10))));

        assertThat(again.written(new Span(0, 5))).isEqualTo(spanOf("TABLE"));
        assertThat(again.written()).isSameAs(FILE);
    }

    @Test
    void there_are_places_of_a_file_with_placeholders_filled_in() {
        SourceFile template = SourceFile.of("V1.sql", "${schema}.orders");
        SourceFile filled = template.expanded(List.of(new Edit(new Span(0, 9), "shop")));

        SourceFile part = filled.composed(List.of(new Piece("orders", new Span(5, 11))));

        assertThat(part.written(new Span(0, 6))).isEqualTo(new Span(10, 16));
        assertThat(part.written()).isSameAs(template);
    }

    @Test
    void nothing_is_put_together_from_elsewhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> FILE.composed(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILE.composed(List.of(new Piece("x", new Span(0, 1000)))));
    }

    private static Span spanOf(String part) {
        int start = FILE.text().indexOf(part);
        return new Span(start, start + part.length());
    }
}
