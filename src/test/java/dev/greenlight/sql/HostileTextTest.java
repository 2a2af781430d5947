package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.greenlight.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts on which a lexer can go wrong in time or in depth. What takes a second here takes an hour if it is squared. */
class HostileTextTest {
    private static final int SIZE = 1_000_000;

    static Stream<String> fragments() {
        return Stream.of(
                "$",
                "$ ",
                "$a",
                "$a$",
                "$a$\n",
                "+",
                "+-",
                "@",
                "/*",
                "*/",
                "/**/",
                "(",
                ")",
                "[",
                "'",
                "''",
                "'\n",
                "\"",
                ";",
                ":",
                ":a",
                ":'",
                "{",
                "{{",
                "${",
                "${a}",
                "{{a",
                "a{{a}}",
                "\\",
                "\\a\n",
                "\\.\n",
                "\n",
                "\r",
                "-",
                "--\n",
                "U&'a'",
                "E'\\",
                "1",
                "1_",
                "1.",
                ".",
                "e",
                "\u00e9",
                "; -- c",
                "; /* c */",
                "'a' -- c\n",
                "create $a$;\ncreate ",
                "create ';\n",
                "create function begin atomic case ",
                "copy a from stdin;\n",
                "copy a from stdin;\n1\n",
                "copy a from stdin;\n/*",
                "\\copy a from from ",
                "a\\g",
                "U&'a' /* c */ ",
                "create rule (;");
    }

    @ParameterizedTest
    @MethodSource("fragments")
    void a_text_of_one_fragment_again_and_again_takes_time_in_proportion(String fragment) {
        String sql = fragment.repeat(SIZE / fragment.length());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            List<Token> tokens = Tokens.of(sql);
            assertThat(tokens.getLast().end()).isEqualTo(sql.length());
            assertThat(Splitter.statements(sql, new Span(0, sql.length())).count())
                    .isNotNegative();
        });
    }
}
