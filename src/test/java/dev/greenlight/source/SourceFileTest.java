package dev.greenlight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_ends_a_line(String end) {
        SourceFile file = SourceFile.of("V1.sql", "ab" + end + end + "cd" + end);

        assertThat(lines(file)).containsExactly("ab", "", "cd", "");
        assertThat(file.position(0)).isEqualTo(new Position(1, 1));
        assertThat(file.position(2)).isEqualTo(new Position(1, 3));
        assertThat(file.position(2 + 2 * end.length() + 1)).isEqualTo(new Position(3, 2));
        assertThat(file.position(file.text().length())).isEqualTo(new Position(4, 1));
    }

    @Test
    void an_empty_text_has_one_empty_line() {
        SourceFile file = SourceFile.of("V1.sql", "");

        assertThat(lines(file)).containsExactly("");
        assertThat(file.position(0)).isEqualTo(new Position(1, 1));
    }

    @Test
    void columns_count_utf16_units() {
        SourceFile file = SourceFile.of("V1.sql", "'\uD83D\uDE00' x");

        assertThat(file.position(5)).isEqualTo(new Position(1, 6));
        assertThat(file.text(new Span(1, 3))).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void there_is_no_position_outside_the_text() {
        SourceFile file = SourceFile.of("V1.sql", "ab");

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> file.position(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> file.position(-1));
    }

    @Test
    void the_checksum_is_that_of_the_text_in_utf8() {
        assertThat(SourceFile.of("V1.sql", "").checksum())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(SourceFile.of("V1.sql", "é").checksum())
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Property
    void every_offset_is_in_the_line_of_its_position(
            @ForAll @Chars({'\r', '\n'}) @CharRange(from = 'a', to = 'c') String text) {
        SourceFile file = SourceFile.of("V1.sql", text);
        for (int offset = 0; offset <= text.length(); offset++) {
            Position position = file.position(offset);
            Span line = file.lineSpan(position.line());
            int next = position.line() < file.lineCount()
                    ? file.lineSpan(position.line() + 1).start()
                    : text.length() + 1;
            assertThat(offset).isGreaterThanOrEqualTo(line.start()).isLessThan(next);
            assertThat(position.column()).isEqualTo(offset - line.start() + 1);
        }
        assertThat(lines(file)).containsExactly(text.split("\r\n|\r|\n", -1));
    }

    private static List<String> lines(SourceFile file) {
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= file.lineCount(); line++) {
            lines.add(file.lineText(line));
        }
        return lines;
    }

    @Test
    void what_is_read_instead_changes_no_line_and_no_checksum() {
        SourceFile file = SourceFile.of("a.sql", "--x\nDROP TABLE t");
        SourceFile other = file.reading("   \nDROP TABLE t");
        assertThat(other.text()).isEqualTo("   \nDROP TABLE t");
        assertThat(other.text(new Span(0, 3))).isEqualTo("   ");
        assertThat(other.lineText(1)).isEqualTo("--x");
        assertThat(other.position(4)).isEqualTo(file.position(4));
        assertThat(other.checksum()).isEqualTo(file.checksum());
        assertThatThrownBy(() -> file.reading("")).isInstanceOf(IllegalArgumentException.class);
    }
}
