package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Origin;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingFrameTest {
    private static final SourceFile MADE = SourceFile.of("db/V1.sql", "CREATE TABLE orders (\r\n  id bigint\r\n);\r\n");

    @Test
    void a_finding_shows_its_place_what_explains_it_and_what_to_write_instead() {
        SourceFile file = SourceFile.of("db/V12.sql", "\n".repeat(99) + "CREATE INDEX i ON orders (id);\n");
        Span index = new Span(99, 128);
        Finding finding = new Finding(
                "create-index-blocks-writes",
                Level.RED,
                file,
                index,
                "orders: writes wait for the whole index build",
                new SafeForm("Build it without blocking writes.", "CREATE INDEX CONCURRENTLY i\n  ON orders (id);"),
                List.of(new Finding.Related(new Origin(MADE, new Span(0, 37)), "orders is made here")));

        assertThat(text(finding)).isEqualTo("""
                red[create-index-blocks-writes]: orders: writes wait for the whole index build
                   --> db/V12.sql:100:1
                    |
                100 | CREATE INDEX i ON orders (id);
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    |
                   --> db/V1.sql:1:1
                    |
                  1 | CREATE TABLE orders (
                    | --------------------- orders is made here
                    |
                    = safe form: Build it without blocking writes.
                        CREATE INDEX CONCURRENTLY i
                          ON orders (id);
                    = help: greenlight explain create-index-blocks-writes
                """);
    }

    @Test
    void a_finding_may_have_nothing_but_its_place() {
        assertThat(text(at("DROP TABLE t;", "DROP TABLE t"))).isEqualTo("""
                note[a-rule]: a message
                 --> a.sql:1:1
                  |
                1 | DROP TABLE t;
                  | ^^^^^^^^^^^^
                  |
                  = help: greenlight explain a-rule
                """);
    }

    @Test
    void tabs_wide_and_combining_characters_are_underlined_where_they_are_shown() {
        assertThat(excerpt(at("\tDROP\tTABLE 表e\u0301😀 CASCADE", "表e\u0301😀")))
                .isEqualTo("""
                1 |     DROP    TABLE 表e\u0301😀 CASCADE
                  |                   ^^^^^
                """);
    }

    @Test
    void what_cannot_be_seen_is_shown_and_underlined() {
        assertThat(excerpt(at("DROP TABLE \"a\u202E\u001Bb\"", "\"a\u202E\u001Bb\"")))
                .isEqualTo("""
                1 | DROP TABLE "a<U+202E>␛b"
                  |            ^^^^^^^^^^^^^
                """);
    }

    @Test
    void of_a_long_line_is_shown_what_is_around_the_mark() {
        String values = "(1, 'x'), ".repeat(100);

        assertThat(excerpt(at(values + "MARK, " + values, "MARK"))).isEqualTo("""
                1 | …(1, 'x'), (1, 'x'), MARK, %s(1,…
                  |                      ^^^^
                """.formatted("(1, 'x'), ".repeat(9)));
    }

    @Test
    void a_long_mark_is_underlined_as_far_as_it_is_shown() {
        assertThat(excerpt(at("a" + "b".repeat(500), "b".repeat(500))))
                .isEqualTo("""
                1 | a%s…
                  |  %s
                """.formatted("b".repeat(119), "^".repeat(120)));
    }

    @Test
    void of_many_lines_the_middle_is_left_out() {
        assertThat(excerpt(at("SELECT a\n\n  b\n  c\n  d\n  FROM t WHERE true", "a\n\n  b\n  c\n  d\n  FROM t")))
                .isEqualTo("""
                1 | SELECT a
                  |        ^
                2 |
                ...
                6 |   FROM t WHERE true
                  |   ^^^^^^
                """);
    }

    @Test
    void a_mark_that_ends_with_a_line_does_not_reach_into_the_next() {
        assertThat(excerpt(at("a\r\nb", "a\r\n"))).isEqualTo("""
                1 | a
                  | ^
                """);
    }

    @Test
    void an_empty_mark_is_a_single_sign() {
        SourceFile file = SourceFile.of("a.sql", "abc\n");

        assertThat(excerpt(finding(file, new Span(3, 3)))).isEqualTo("1 | abc\n  |    ^\n");
        assertThat(excerpt(finding(file, new Span(4, 4)))).isEqualTo("2 |\n  | ^\n");
    }

    private static Finding at(String text, String marked) {
        int start = text.indexOf(marked);
        return finding(SourceFile.of("a.sql", text), new Span(start, start + marked.length()));
    }

    private static Finding finding(SourceFile file, Span span) {
        return new Finding("a-rule", Level.NOTE, file, span, "a message", null, List.of());
    }

    /** The rows between the bars. */
    private static String excerpt(Finding finding) {
        List<String> lines = text(finding).lines().toList();
        return String.join("\n", lines.subList(3, lines.size() - 2)) + "\n";
    }

    private static String text(Finding finding) {
        StringBuilder out = new StringBuilder();
        try {
            for (TextLine line : FindingFrame.of(finding)) {
                line.write(false, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
