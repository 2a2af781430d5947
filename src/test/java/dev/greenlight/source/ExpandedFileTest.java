package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpandedFileTest {
    private static final String WRITTEN = "CREATE TABLE ${s}.t (\n  a ${type}\n)${end};\nDROP TABLE u;";
    private static final SourceFile FILE = expanded("app", "numeric(\n  10,\n  2)", "");

    @Test
    void its_text_is_what_is_sent_and_its_lines_are_what_is_written() {
        assertThat(FILE.text()).isEqualTo("CREATE TABLE app.t (\n  a numeric(\n  10,\n  2)\n);\nDROP TABLE u;");
        assertThat(FILE.lineCount()).isEqualTo(4);
        assertThat(FILE.lineText(2)).isEqualTo("  a ${type}");
        assertThat(FILE.checksum()).isEqualTo(SourceFile.of("V1.sql", WRITTEN).checksum());
        assertThat(FILE.written().text()).isEqualTo(WRITTEN);
    }

    @Test
    void a_place_behind_a_value_is_where_it_is_written() {
        assertThat(FILE.position(offset("DROP"))).isEqualTo(new Position(4, 1));
        assertThat(FILE.position(offset(".t ("))).isEqualTo(new Position(1, 18));
        assertThat(written("DROP TABLE u")).isEqualTo("DROP TABLE u");
    }

    @Test
    void a_part_of_a_value_is_its_whole_placeholder() {
        assertThat(written("10")).isEqualTo("${type}");
        assertThat(written("app")).isEqualTo("${s}");
        assertThat(written("pp.t")).isEqualTo("${s}.t");
        assertThat(written("a num")).isEqualTo("a ${type}");
        assertThat(FILE.position(offset("10"))).isEqualTo(new Position(2, 5));
    }

    @Test
    void a_placeholder_that_leaves_nothing_is_in_no_span_beside_it() {
        assertThat(written(")\n)")).isEqualTo("${type}\n)");
        assertThat(written(";\nDROP")).isEqualTo(";\nDROP");
        assertThat(written(");")).isEqualTo(")${end};");
    }

    @Test
    void a_file_without_values_is_as_it_was() {
        SourceFile file = SourceFile.of("V1.sql", "SELECT 1");
        assertThat(file.expanded(List.of())).isSameAs(file);
        assertThat(file.written()).isSameAs(file);
        assertThat(file.written(new Span(2, 4))).isEqualTo(new Span(2, 4));
    }

    @Test
    void a_file_is_filled_in_once() {
        List<Edit> edits = List.of(new Edit(new Span(0, 1), "x"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> FILE.expanded(edits));
    }

    private static SourceFile expanded(String schema, String type, String end) {
        return SourceFile.of("V1.sql", WRITTEN)
                .expanded(List.of(edit("${s}", schema), edit("${type}", type), edit("${end}", end)));
    }

    private static Edit edit(String placeholder, String value) {
        int start = WRITTEN.indexOf(placeholder);
        return new Edit(new Span(start, start + placeholder.length()), value);
    }

    private static int offset(String part) {
        return FILE.text().indexOf(part);
    }

    private static String written(String part) {
        Span span = FILE.written(new Span(offset(part), offset(part) + part.length()));
        return FILE.written().text(span);
    }
}
