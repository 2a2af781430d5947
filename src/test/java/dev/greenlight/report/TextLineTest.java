package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TextLineTest {
    @Test
    void a_line_is_one_line_without_blanks_at_its_end() {
        assertThat(written(false, new TextLine().add("a\nb  ").add(" ").add("")))
                .isEqualTo("a␊b\n");
        assertThat(written(false, new TextLine())).isEqualTo("\n");
    }

    @Test
    void only_what_is_ours_is_coloured() {
        TextLine line = new TextLine().add(TextStyle.RED, "red\u001B[0m").add(" plain");

        assertThat(written(true, line)).isEqualTo("\u001B[1;31mred␛[0m\u001B[0m plain\n");
        assertThat(written(false, line)).isEqualTo("red␛[0m plain\n");
    }

    @Test
    void a_line_is_no_command_to_a_build_server() {
        assertThat(written(false, new TextLine().add("::set-env name=A::b"))).isEqualTo(": :set-env name=A::b\n");
        assertThat(written(false, new TextLine().add(" ").add("  ::error::x"))).isEqualTo("   : :error::x\n");
        assertThat(written(false, new TextLine().add("a ##[error]x ##vso[task]")))
                .isEqualTo("a ## [error]x ## vso[task]\n");
        assertThat(written(false, new TextLine().add("a").add("::text"))).isEqualTo("a::text\n");
    }

    private static String written(boolean color, TextLine line) {
        StringBuilder out = new StringBuilder();
        try {
            line.write(color, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
