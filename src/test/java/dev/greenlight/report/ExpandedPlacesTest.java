package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.Edit;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Placeholders that a tool fills in: every report shows the file as it is written. */
class ExpandedPlacesTest {
    private static final String WRITTEN = "CREATE TABLE t (${columns});\nCREATE INDEX ON ${schema}.t (a);\nSELECT 1;\n";
    private static final SourceFile FILE = SourceFile.of("V1__t.sql", WRITTEN)
            .expanded(List.of(edit("${columns}", "a int,\nb int"), edit("${schema}", "application_schema")));

    @Test
    void text_underlines_what_is_written() {
        assertThat(text("CREATE INDEX ON application_schema.t (a)")).contains("""
                 --> V1__t.sql:2:1
                  |
                2 | CREATE INDEX ON ${schema}.t (a);
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """);
    }

    @Test
    void a_part_of_a_value_is_shown_as_its_placeholder() {
        assertThat(text("b int")).contains("""
                 --> V1__t.sql:1:17
                  |
                1 | CREATE TABLE t (${columns});
                  |                 ^^^^^^^^^^
                """);
    }

    @Test
    void sarif_gives_the_region_and_its_text_as_written() {
        String sarif = Reviews.write(new SarifFormat(), Reviews.of(List.of(finding("application_schema.t (a)"))));
        assertThat(sarif)
                .contains("\"startLine\": 2", "\"startColumn\": 17", "\"endLine\": 2", "\"endColumn\": 32")
                .contains("\"text\": \"${schema}.t (a)\"")
                .doesNotContain("application_schema");
    }

    @Test
    void sarif_hashes_the_line_as_written() {
        Finding expanded = finding("SELECT 1");
        Finding written = Reviews.finding(Level.RED, FILE.written(), "SELECT 1");
        assertThat(Reviews.write(new SarifFormat(), Reviews.of(List.of(expanded))))
                .isEqualTo(Reviews.write(new SarifFormat(), Reviews.of(List.of(written))));
    }

    @Test
    void markdown_quotes_the_lines_as_written() {
        String markdown = Reviews.write(new MarkdownFormat(), Reviews.of(List.of(finding("a int,\nb int"))));
        assertThat(markdown).contains("CREATE TABLE t (${columns});").doesNotContain("CREATE INDEX", "b int");
    }

    @Test
    void json_gives_the_place_as_written() {
        String json = Reviews.write(new JsonFormat(), Reviews.of(List.of(finding("SELECT 1"))));
        assertThat(json).contains("\"line\": 3", "\"column\": 1", "\"endLine\": 3", "\"endColumn\": 9");
    }

    private static String text(String marked) {
        return Reviews.write(new TextFormat(), Reviews.of(List.of(finding(marked))));
    }

    private static Finding finding(String marked) {
        return Reviews.finding(Level.RED, FILE, marked);
    }

    private static Edit edit(String placeholder, String value) {
        int start = WRITTEN.indexOf(placeholder);
        return new Edit(new Span(start, start + placeholder.length()), value);
    }
}
