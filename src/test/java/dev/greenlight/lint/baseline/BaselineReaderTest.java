package dev.greenlight.lint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a baseline's file is said with its line and what to do. */
final class BaselineReaderTest {
    private static final BaselineFolder FOLDER = BaselineFolder.of(Path.of("/work"), Path.of("b.json"));
    private static final String ENTRY =
            "{\"path\": \"a.sql\", \"rule\": \"drop-table\", \"statement\": \"0f\", \"count\": %s}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | 1: it is no object
            []                                     | 1: it is no object
            {                                      | 1: it is not JSON: Unexpected end-of-input
            {}                                     | 1: it has no version
            {"version": 1} {}                      | 1: something follows the object
            {"version": "1"}                       | 1: its version is no number
            {~"version": 2}                        | 2: it has version 2, and known is 1
            {~"version": 99999999999999}           | 2: it has version 99999999999999, and known is 1
            {"findings": []}                       | 1: its version does not come first
            {"version": 1,~"findings": {}}         | 2: its findings are no array
            {"version": 1,~"findings": [~1]}       | 3: a finding is no object
            {"version": 1,~"findings": [~{}]}      | 3: a finding lacks one of path, rule, statement and count
            {"version": 1, "findings": [{"path":~1}]}      | 2: path is no text
            {"version": 1, "findings": [{"count":~0}]}     | 2: count is no number from 1
            {"version": 1, "findings": [{"count":~1.5}]}   | 2: count is no number from 1
            {"version": 1, "findings": [{"count":~9999999999}]} | 2: count is no number from 1
            {"version": 1,~<<<<<<< HEAD            | 2: it is not JSON: Unexpected character
            {"version": 1,~"version": 1}           | 2: it is not JSON: Duplicate field
            """)
    void a_broken_file_is_said_to_be_so(String text, String problem) {
        assertThat(BaselineReader.read(SourceFile.of("b.json", text.replace('~', '\n')), FOLDER))
                .isInstanceOfSatisfying(BaselineRead.Broken.class, broken -> {
                    assertThat(broken.problem().line() + ": " + broken.problem().problem())
                            .startsWith(problem)
                            .doesNotContain("\n");
                    assertThat(broken.problem().remedy()).contains("write it anew with greenlight baseline");
                });
    }

    @Test
    void what_nests_without_end_is_no_baseline() {
        String text = "{\"version\": 1, \"more\": " + "[".repeat(100_000);

        assertThat(BaselineReader.read(SourceFile.of("b.json", text), FOLDER)).isInstanceOf(BaselineRead.Broken.class);
    }

    @Test
    void fields_of_later_days_are_passed_over() {
        String text = "{\"$schema\": \"x\", \"version\": 1, \"findings\": [%s], \"more\": {\"a\": [1]}}"
                .formatted(ENTRY.formatted("2, \"since\": [{}]"));

        assertThat(counts(text)).isEqualTo(Map.of(new BaselineEntry("a.sql", "drop-table", "0f"), 2));
    }

    @Test
    void what_two_branches_wrote_counts_once() {
        String text = "{\"version\": 1, \"findings\": [%s, %s]}".formatted(ENTRY.formatted(1), ENTRY.formatted(3));

        assertThat(counts(text)).isEqualTo(Map.of(new BaselineEntry("a.sql", "drop-table", "0f"), 3));
    }

    @Test
    void a_large_one_is_read() {
        String entries = IntStream.range(0, 100_000)
                .mapToObj(i -> ENTRY.formatted(1).replace("0f", Integer.toHexString(i)))
                .collect(Collectors.joining(",\n"));

        assertThat(counts("{\"version\": 1, \"findings\": [" + entries + "]}")).hasSize(100_000);
    }

    private static Map<BaselineEntry, Integer> counts(String text) {
        BaselineRead read = BaselineReader.read(SourceFile.of("b.json", text), FOLDER);
        assertThat(read).isInstanceOf(BaselineRead.Known.class);
        return ((BaselineRead.Known) read).baseline().counts();
    }
}
