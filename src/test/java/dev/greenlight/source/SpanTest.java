package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {
    private final Span span = new Span(3, 7);

    @Test
    void the_start_belongs_to_it_and_the_end_does_not() {
        assertThat(span.length()).isEqualTo(4);
        assertThat(span.contains(2)).isFalse();
        assertThat(span.contains(3)).isTrue();
        assertThat(span.contains(6)).isTrue();
        assertThat(span.contains(7)).isFalse();
    }

    @Test
    void a_span_may_lie_in_another_and_touch_its_ends() {
        assertThat(span.contains(span)).isTrue();
        assertThat(span.contains(new Span(4, 6))).isTrue();
        assertThat(span.contains(new Span(7, 7))).isTrue();
        assertThat(span.contains(new Span(2, 5))).isFalse();
        assertThat(span.contains(new Span(5, 8))).isFalse();
    }

    @Test
    void an_empty_span_has_a_place_but_no_offset() {
        assertThat(new Span(3, 3).isEmpty()).isTrue();
        assertThat(new Span(3, 3).contains(3)).isFalse();
        assertThat(span.isEmpty()).isFalse();
    }

    @Test
    void covering_takes_in_what_lies_between() {
        assertThat(span.cover(new Span(9, 10))).isEqualTo(new Span(3, 10));
        assertThat(span.cover(new Span(0, 1))).isEqualTo(new Span(0, 7));
        assertThat(span.cover(new Span(4, 5))).isEqualTo(span);
    }

    @Test
    void its_end_is_not_before_its_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 1));
    }
}
