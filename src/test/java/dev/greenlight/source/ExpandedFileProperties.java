package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of pieces, some of which are placeholders with values: what comes of them is known without any counting. */
class ExpandedFileProperties {

    /** @param value what stands in its place; none of a piece that is no placeholder */
    record Piece(String written, String value, boolean placeholder) {
        String sent() {
            return placeholder ? value : written;
        }
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("ab \n\r").ofMaxLength(6);
        return Combinators.combine(texts, texts, Arbitraries.of(true, false))
                .as(Piece::new)
                .list()
                .ofMaxSize(8);
    }

    @Property
    void the_text_is_what_plain_replacement_gives(@ForAll("pieces") List<Piece> pieces) {
        assertThat(expanded(pieces).text())
                .isEqualTo(pieces.stream().map(Piece::sent).collect(Collectors.joining()));
    }

    @Property
    void what_is_no_value_is_exactly_where_it_is_written(@ForAll("pieces") List<Piece> pieces) {
        SourceFile file = expanded(pieces);
        int sent = 0;
        int written = 0;
        for (Piece piece : pieces) {
            for (int i = 0; !piece.placeholder() && i < piece.written().length(); i++) {
                assertThat(file.written(new Span(sent + i, sent + i + 1)))
                        .isEqualTo(new Span(written + i, written + i + 1));
                assertThat(file.position(sent + i)).isEqualTo(file.written().position(written + i));
            }
            sent += piece.sent().length();
            written += piece.written().length();
        }
    }

    @Property
    void what_is_in_a_value_is_its_whole_placeholder(@ForAll("pieces") List<Piece> pieces) {
        SourceFile file = expanded(pieces);
        int sent = 0;
        int written = 0;
        for (Piece piece : pieces) {
            Span whole = new Span(written, written + piece.written().length());
            for (int i = 0; piece.placeholder() && i < piece.value().length(); i++) {
                assertThat(file.written(new Span(sent + i, sent + i + 1))).isEqualTo(whole);
            }
            sent += piece.sent().length();
            written += piece.written().length();
        }
    }

    @Property
    void what_comes_later_is_not_written_earlier(@ForAll("pieces") List<Piece> pieces) {
        SourceFile file = expanded(pieces);
        int before = 0;
        for (int start = 0; start <= file.text().length(); start++) {
            Span first = file.written(new Span(start, start));
            assertThat(first.start()).isGreaterThanOrEqualTo(before);
            before = first.start();
            int end = first.end();
            for (int stop = start; stop <= file.text().length(); stop++) {
                Span longer = file.written(new Span(start, stop));
                assertThat(longer.start()).isEqualTo(first.start());
                assertThat(longer.end()).isGreaterThanOrEqualTo(end);
                end = longer.end();
            }
            assertThat(end).isLessThanOrEqualTo(file.written().text().length());
        }
    }

    private static SourceFile expanded(List<Piece> pieces) {
        StringBuilder written = new StringBuilder();
        List<Edit> values = new ArrayList<>();
        for (Piece piece : pieces) {
            int start = written.length();
            written.append(piece.written());
            if (piece.placeholder()) {
                values.add(new Edit(new Span(start, written.length()), piece.value()));
            }
        }
        return SourceFile.of("V1.sql", written.toString()).expanded(values);
    }
}
