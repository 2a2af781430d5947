package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void edits_replace_insert_and_delete_at_places_in_the_text_as_it_was() {
        List<Edit> edits = List.of(edit(0, 0, "SET x; "), edit(7, 12, "VIEW"), edit(14, 15, ""));

        assertThat(Edit.apply("CREATE TABLE tt;", edits)).isEqualTo("SET x; CREATE VIEW t;");
    }

    @Test
    void insertions_at_one_place_keep_their_order() {
        assertThat(Edit.apply("ac", List.of(edit(1, 1, "b"), edit(1, 1, "B")))).isEqualTo("abBc");
    }

    @Test
    void without_edits_the_text_stays() {
        assertThat(Edit.apply("a", List.of())).isEqualTo("a");
    }

    @Test
    void edits_that_overlap_or_are_not_sorted_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.apply("abcd", List.of(edit(0, 2, ""), edit(1, 3, ""))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.apply("abcd", List.of(edit(2, 3, ""), edit(0, 1, ""))));
        assertThatIllegalArgumentException().isThrownBy(() -> Edit.apply("abcd", List.of(edit(3, 5, ""))));
    }

    private static Edit edit(int start, int end, String replacement) {
        return new Edit(new Span(start, end), replacement);
    }
}
