package dev.greenlight.sql.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of statements with mistakes. The file holds, again and again: lines of SQL, a line that begins with
 * {@code --->} and the message, and an empty line. A backslash and u stand for a character by its code.
 */
class DiagnosisTest {

    record Example(String sql, String message) {
        @Override
        public String toString() {
            return sql;
        }
    }

    static List<Example> mistakes() {
        List<Example> examples = new ArrayList<>();
        for (String block : text("/mistakes/mistakes.txt").split("\n\n+")) {
            String[] parts = block.strip().split("\n---> ", -1);
            assertThat(parts).as(block).hasSize(2);
            examples.add(new Example(parts[0], parts[1]));
        }
        return examples;
    }

    private static String text(String resource) {
        try (var input = DiagnosisTest.class.getResourceAsStream(resource)) {
            return unicode(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unicode(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_said_with_its_cause(Example example) {
        assertThat(messages(example.sql())).containsExactly(example.message());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @Tag("postgres")
    void the_server_says_the_same_first(Example example) {
        assertThat(Oracle.postgres().syntax(example.sql()).map(ServerError::message))
                .hasValueSatisfying(server -> assertThat(example.message())
                        .startsWith(server.replaceAll("(?s)^(unterminated .* (string|identifier)).*", "$1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT FROM WHERE a                          | from
            CREATE TABLE t (a int, b int NOT)            | a reserved word that is no name
            ALTER TABLE t ADD COLUMN a int NOT NUL       | a slip in a word
            CREATE TABLE t (engine text, unsigned int b) | other databases' words as names
            UPDATE t SET engine = 'innodb' WERE a        | other databases' words in a text
            ALTER TABLE t ALTER COLUMN a TYPE array      | a word that is no type
            SELECT a[i] b c d e FROM t                   | a subscript is no bracketed name
            SELECT a # b FROM FROM t                     | an operator is no comment
            """)
    void what_is_not_sure_is_not_said(String sql) {
        assertThat(messages(sql)).allSatisfy(message -> assertThat(message).contains(": expected "));
    }

    private static List<String> messages(String sql) {
        return unparsed(sql)
                .map(text -> Diagnosis.of(text, (Unread.Unparsed) Parser.parse(text), SourceFile.of("a.sql", sql)))
                .toList();
    }

    private static Stream<StatementText> unparsed(String sql) {
        return Splitter.split(sql, new Span(0, sql.length())).stream()
                .filter(text -> Parser.parse(text) instanceof Unread.Unparsed);
    }
}
