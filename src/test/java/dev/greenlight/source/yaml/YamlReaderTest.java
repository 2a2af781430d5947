package dev.greenlight.source.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @Test
    void values_are_read_as_written_with_their_lines() {
        assertThat(shown("""
                # settings
                number: 007
                truth: yes
                nothing: ~
                empty: ''
                missing:
                text: |
                  two
                  lines
                list:
                - a
                - {b: "\\u00e9\\/", 'c': [d]}
                """))
                .isEqualTo("2{number@2=2'007', truth@3=3'yes', nothing@4=4'', empty@5=5'', missing@6=6'',"
                        + " text@7=7'two\nlines\n', list@10=11[11'a', 12{b@12=12'é/', c@12=12[12'd']}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"b\": [1, \"two\"]}}",
                "{\n\t\"a\":\t{\n\t\t\"b\": [\n\t\t\t1,\n\t\t\t\"two\"\n\t\t]\n\t}\n}\n",
                "\ufeff{\"a\":{\"b\":[1,\"tw\\u006f\"]}}\r\n",
            })
    void json_is_yaml(String text) {
        assertThat(plain(YamlReader.read(text).documents().getFirst()))
                .isEqualTo(Map.of("a", Map.of("b", List.of("1", "two"))));
    }

    @Test
    void each_document_is_a_value_and_a_text_without_any_is_nothing() {
        assertThat(YamlReader.read("a\n--- # next\n--- b\n...\n").documents())
                .containsExactly(new Scalar("a", 1), new Scalar("", 3), new Scalar("b", 3));
        assertThat(YamlReader.read("# only a comment\n"))
                .isEqualTo(new YamlText(List.of(new Scalar("", 1)), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: &x 1\nb: *x\nc: 2`              | `1{c@3=3'2'}`   | line 1: anchors (&) and aliases (*) are not followed: write the value where it belongs",
                "`- &x {a: 1}\n- <<: *x\n  b: 2\n- *x` | `1[2{b@3=3'2'}]` | line 1: anchors (&) and aliases (*) are not followed: write the value where it belongs",
                "`&a [*a]`                           | `1''`           | line 1: anchors (&) and aliases (*) are not followed: write the value where it belongs",
                "`a: 1\nb: 2\n'a': 3`                | `1{a@1=1'1', b@2=2'2'}` | line 3: a is already given in line 1",
                "`a: 1\n? [b]\n: 2`                  | `1{a@1=1'1'}`   | line 2: a key has to be a single word, not a list",
            })
    void what_is_not_read_is_left_out_and_told_once(String text, String read, String problem) {
        assertThat(shown(text)).isEqualTo(read);
        assertThat(YamlReader.read(text).problems())
                .extracting(YamlProblem::toString)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: 1\nb: [c`          | line 2: not YAML: expected ',' or ']', but got <stream end>",
                "`a: 1\nb: *none`       | line 2: not YAML: found undefined alias none",
                "`a: 1\n\nb: c: d`      | line 3: not YAML: mapping values are not allowed here",
                "`a: 1\n\nb: \u0007`    | line 3: not YAML: special characters are not allowed",
                "`a: \"\\UFFFFFFFF\"`   | line 1: not YAML: somewhere a character is escaped wrongly",
                "`- !%12`               | line 1: not YAML: somewhere a character is escaped wrongly",
            })
    void what_is_no_yaml_is_told_with_its_line(String text, String problem) {
        YamlText read = YamlReader.read(text);
        assertThat(read.documents()).isEmpty();
        assertThat(read.problems()).extracting(YamlProblem::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "- - ? "})
    void endless_nesting_ends(String piece) {
        YamlText read = YamlReader.read(piece.repeat(100_000));
        assertThat(read.documents()).isEmpty();
        assertThat(read.problems()).extracting(YamlProblem::message).containsExactly("nested more than 50 deep");
        assertThat(YamlReader.read("[".repeat(50) + "]".repeat(50)).problems()).isEmpty();
    }

    @Test
    void aliases_of_aliases_take_no_time_and_no_memory() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 200; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        YamlText read = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> YamlReader.read(text.append("b: 1\n").toString()));
        assertThat(shown(read.documents().getFirst())).isEqualTo("1{b@201=201'1'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a", "\"", "'x',", "a: b\n", "#", "\\", "a:", "---\n", "&a ", "|\n", "\n", "%A\n"})
    void a_large_text_takes_no_long_time(String piece) {
        for (String text : List.of("k: " + piece.repeat(200_000), piece.repeat(200_000) + "\nx")) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> YamlReader.read(text));
        }
    }

    @Property(tries = 2000)
    void any_text_is_read_or_has_a_problem(@ForAll("pieces") String text) {
        assertThatCode(() -> {
                    YamlText read = YamlReader.read(text);
                    assertThat(read.documents().isEmpty() && read.problems().isEmpty())
                            .isFalse();
                    assertThat(read.problems()).allSatisfy(problem -> {
                        assertThat(problem.line())
                                .isBetween(1, (int) text.lines().count() + 1);
                        assertThat(problem.message()).doesNotContain("\n");
                    });
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> pieces() {
        String[] pieces = {
            "\n",
            " ",
            "\t",
            "- ",
            "? ",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "!",
            "!!str ",
            "|",
            ">-",
            "'",
            "\"",
            "\\",
            "\\U",
            "\\x",
            "FFFFFFFF",
            "D800",
            "12",
            "%",
            "%YAML ",
            "---",
            "\n---\n",
            "...",
            "#",
            "@",
            "a",
            "b: ",
            "<<: ",
            "~",
            "\r\n",
            "\u0000",
            "\ud83d",
            "$",
            "!<x>",
            "%zz"
        };
        return Arbitraries.of(pieces).list().ofMaxSize(20).map(list -> String.join("", list));
    }

    private static Object plain(YamlValue value) {
        return switch (value) {
            case Scalar scalar -> scalar.text();
            case Items items ->
                items.values().stream().map(YamlReaderTest::plain).toList();
            case Keys keys -> keys.keys().stream().collect(Collectors.toMap(Key::name, key -> plain(key.value())));
        };
    }

    private static String shown(String text) {
        return shown(YamlReader.read(text).documents().getFirst());
    }

    private static String shown(YamlValue value) {
        return value.line()
                + switch (value) {
                    case Scalar scalar -> "'" + scalar.text() + "'";
                    case Items items ->
                        items.values().stream().map(YamlReaderTest::shown).collect(Collectors.joining(", ", "[", "]"));
                    case Keys keys ->
                        keys.keys().stream()
                                .map(key -> key.name() + "@" + key.line() + "=" + shown(key.value()))
                                .collect(Collectors.joining(", ", "{", "}"));
                };
    }
}
