package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SettingsTextsTest {

    @Test
    void properties_are_read_as_java_reads_them() throws Exception {
        String text = """
                # a comment
                ! another = one
                plain=value
                  spaced  =  some words \s
                colon: value
                blank value of a key
                long=one,\\
                     two,\\
                     three
                empty=
                a\\ key\\:\\=x=1=2
                nothing
                """;
        Properties java = new Properties();
        java.load(new StringReader(text));
        java.remove("nothing");
        Map<String, String> stripped = new TreeMap<>();
        java.forEach(
                (key, value) -> stripped.put(key.toString(), value.toString().strip()));
        assertThat(PropertiesText.entries(text)).containsExactlyInAnyOrderEntriesOf(stripped);
    }

    @Test
    void a_path_of_windows_keeps_its_backslashes() {
        assertThat(PropertiesText.entries("locations=filesystem:C:\\db\\sql"))
                .containsExactly(Map.entry("locations", "filesystem:C:\\db\\sql"));
    }

    @Test
    void plain_yaml_is_read_as_a_reader_of_yaml_reads_it() {
        String text = """
                spring:
                    # a comment
                    flyway:
                        locations: ["classpath:db/a", 'classpath:db/b', db/c]
                        schemas:
                        - one
                        - "two"   # the second
                        table: flyway # the table
                        placeholders:
                            "[my.name]": 'it: has a colon'
                            url: http://example.org:80/#x
                        mixed: true
                    other: 'x'
                top.level: 1
                """;
        Map<String, Object> flat = new TreeMap<>();
        flatten("", new Load(LoadSettings.builder().build()).loadFromString(text), flat);
        assertThat(SpringYaml.read(text).entries()).containsExactlyInAnyOrderEntriesOf(strings(flat));
    }

    private static void flatten(String path, Object value, Map<String, Object> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(path.isEmpty() ? "" + key : path + "." + key, inner, flat));
        } else {
            flat.put(path, value instanceof List<?> list ? String.join(",", list.toArray(String[]::new)) : value);
        }
    }

    private static Map<String, String> strings(Map<String, Object> flat) {
        Map<String, String> strings = new TreeMap<>();
        flat.forEach((key, value) -> strings.put(key, value.toString()));
        return strings;
    }

    @Test
    void any_shape_of_yaml_is_read_but_aliases_and_lists_of_more_than_values() {
        String text = """
                text: |
                  flyway:
                    table: no
                anchor: &a value
                alias: *a
                flow: {table: no, list: [a, "b"]}
                nested:
                  - table: no
                    mixed: no
                  - other
                blocks:
                  - table: no
                quoted: "with \\" escape"
                nothing:
                none: []
                last: 1
                """;
        assertThat(SpringYaml.read(text).entries())
                .containsExactly(
                        Map.entry("text", "flyway:\n  table: no\n"),
                        Map.entry("flow.table", "no"),
                        Map.entry("flow.list", "a,b"),
                        Map.entry("nested", "other"),
                        Map.entry("quoted", "with \" escape"),
                        Map.entry("nothing", ""),
                        Map.entry("none", ""),
                        Map.entry("last", "1"));
    }

    @Test
    void what_maven_fills_in_is_as_little_known_as_what_spring_does() {
        assertThat(SpringYaml.read("""
                        version: @project.version@
                        spring.flyway:
                          table: @flyway.table@
                          schemas: a
                          placeholders: {name: "${NAME}", mail: me@example.org}
                        """).entries())
                .isEqualTo(Map.of(
                        "version", "${project.version}",
                        "spring.flyway.table", "${flyway.table}",
                        "spring.flyway.schemas", "a",
                        "spring.flyway.placeholders.name", "${NAME}",
                        "spring.flyway.placeholders.mail", "me@example.org"));
    }

    @Test
    void documents_for_profiles_are_left_out() {
        String text = """
                a: 1
                ---
                spring.config.activate.on-profile: test
                a: 2
                --- # old
                spring:
                  profiles: test
                b: 3
                ---
                c: 4
                """;
        assertThat(SpringYaml.read(text).entries()).containsExactly(Map.entry("a", "1"), Map.entry("c", "4"));
    }

    @Test
    void plain_toml_is_read() {
        String text = """
                top = "x" # a comment
                # a.comment = "y"
                [flyway]
                locations = [ "filesystem:a", # the first
                  'filesystem:b', "with ] in it",
                ]
                mixed = true
                number=12
                escaped = "a\\tb"
                long = \"""
                table = "no"
                \"""
                inline = { table = "no" }
                [ flyway . "placeholders" ]
                a.b = 'c#d'
                [[list]]
                table = "no"
                """;
        assertThat(TomlText.entries(text))
                .containsEntry("top", "x")
                .containsEntry("flyway.locations", "filesystem:a,filesystem:b,with ] in it")
                .containsEntry("flyway.mixed", "true")
                .containsEntry("flyway.number", "12")
                .containsEntry("flyway.placeholders.a.b", "c#d")
                .doesNotContainKeys("flyway.table", "flyway.escaped", "flyway.long", "flyway.inline", "a.comment");
    }

    @Property(tries = 300)
    void any_text_can_be_read(
            @ForAll
                    @Chars({'\n', '\r', '\t', ' ', '\\', '"', '\'', ':', '=', '[', ']', '-', '#'})
                    @CharRange(from = 'a', to = 'b')
                    String text) {
        for (Function<String, Map<String, String>> reader : readers()) {
            assertThatCode(() -> reader.apply(text)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_large_text_takes_no_long_time() {
        for (String piece : List.of(" ", "a", "[", "\"", "- ", "a:", "\\\n", "a: [", "a=[\n", "'x',", "#")) {
            String large = "k = " + piece.repeat(200_000);
            String many = piece.repeat(200_000) + "\nx";
            for (Function<String, Map<String, String>> reader : readers()) {
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                    reader.apply(large);
                    reader.apply(many);
                });
            }
        }
    }

    private static List<Function<String, Map<String, String>>> readers() {
        return List.of(PropertiesText::entries, text -> SpringYaml.read(text).entries(), TomlText::entries);
    }
}
