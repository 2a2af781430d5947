package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.util.StringUtil;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Liquibase divides any text as {@link LiquibaseDelimiters} says. */
class LiquibaseDelimitersProperties {

    @Property(tries = 2000)
    void texts_are_divided_where_liquibase_divides_them(
            @ForAll("scripts") String sql, @ForAll boolean withoutComments, @ForAll("delimiters") String delimiter) {
        String given = delimiter.isEmpty() ? null : delimiter;
        SplitRule rule = new SplitRule(true, withoutComments, given);
        assertThat(divided(sql, rule))
                .containsExactly(StringUtil.processMultiLineSQL(sql, withoutComments, true, given));
    }

    @Example
    void quotes_that_are_never_closed_take_no_long_time() {
        for (String open : List.of("'", "\"\\\"", "/*", "[", "`", "'\\'", "begin ")) {
            LiquibaseDelimiters.of(open.repeat(100_000), new SplitRule(true, true, null));
        }
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "a",
                        "b1",
                        "a.b",
                        "begin",
                        "END",
                        "end",
                        "transaction",
                        "go",
                        "GO",
                        ";",
                        ";",
                        ";",
                        "/",
                        "//",
                        "@@",
                        " ",
                        "\n",
                        "\n",
                        "\t",
                        "'",
                        "''",
                        "'x;y'",
                        "\"",
                        "\"x;\"",
                        "\\",
                        "\\'",
                        "--",
                        "-- c;\n",
                        "/*",
                        "*/",
                        "/* ; */",
                        "$$",
                        "$x$",
                        "(",
                        ")",
                        "[",
                        "]",
                        "`",
                        "1",
                        "1.5",
                        ":",
                        "é",
                        "?",
                        "E'",
                        "$",
                        "#",
                        "@",
                        "^",
                        ",",
                        "=",
                        "!",
                        "|",
                        "~",
                        "\u20ac")
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of("", "", ";", "/", "//", "@@", "GO", "go", "^", "\\nGO", "\n/$", ";;", "$$", "\\n/\\s*|;");
    }

    /** Without comments, if these are not wanted; what is left is stripped as Liquibase strips it. */
    private static List<String> divided(String sql, SplitRule rule) {
        Set<Span> ends = new HashSet<>(LiquibaseDelimiters.of(sql, rule));
        int last = 0;
        List<String> divided = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (Span piece : LiquibaseTokens.of(sql, !rule.withoutComments())) {
            boolean ended = ends.stream().anyMatch(end -> end.contains(piece));
            if (ended) {
                add(divided, statement);
            } else {
                statement.append(sql, piece.start(), piece.end());
            }
            last = piece.end();
        }
        assertThat(last).isLessThanOrEqualTo(sql.length());
        add(divided, statement);
        return divided;
    }

    private static void add(List<String> divided, StringBuilder statement) {
        String stripped = statement.toString().strip();
        if (!stripped.isEmpty()) {
            divided.add(stripped);
        }
        statement.setLength(0);
    }
}
