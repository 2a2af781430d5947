package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files on which a linter could hang or run out of memory: it says what is too much, and reports the other files. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String TOO_DEEP = "not understood: nested more than 250 levels deep: write it flatter";
    private static final String TOO_LONG = "not understood: longer than 1000000 tokens: divide it, or use COPY";
    private static final String UNDERSTOOD = "; 0 not understood";

    @TempDir
    private Path folder;

    /** The text's parts are repeated only when it is run. */
    record Hostile(String name, String begin, String part, int times, String end, String said) {
        String sql() {
            return begin + part.repeat(times) + end;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> files() {
        return Stream.of(
                new Hostile("parentheses", "CREATE TABLE t (a int CHECK (", "(", 100_000, "1;\n", TOO_DEEP),
                new Hostile("cases", "SELECT ", "CASE WHEN ", 50_000, "a;\n", TOO_DEEP),
                new Hostile("subqueries", "SELECT * FROM ", "(SELECT * FROM ", 20_000, "t;\n", TOO_DEEP),
                new Hostile("arrays", "SELECT ", "ARRAY[", 50_000, "1;\n", TOO_DEEP),
                new Hostile("comments", "/*".repeat(500_000), "*/", 500_000, "SELECT 1;\n", UNDERSTOOD),
                new Hostile("a long text", "SELECT '", "x", 30_000_000, "';\n", UNDERSTOOD),
                new Hostile("a long name", "CREATE TABLE ", "x", 10_000_000, " (a int);\n", UNDERSTOOD),
                new Hostile(
                        "rows",
                        "INSERT INTO t VALUES ",
                        "(1, 'a', now()), ",
                        1_000_000,
                        "(2, 'b', now());\n",
                        TOO_LONG),
                new Hostile("operators", "ALTER TABLE t ADD CHECK (", "a + ", 100_000, "a > 0);\n", UNDERSTOOD),
                new Hostile(
                        "functions in functions behind FROM",
                        "SELECT x FROM ",
                        "unnest((SELECT array_agg(x) FROM ",
                        60,
                        "unnest(ARRAY[1]) AS q(x)" + ")) AS q(x)".repeat(60) + ";\n",
                        UNDERSTOOD),
                new Hostile("one line of statements", "", "SELECT 1; ", 20_000, "\n", UNDERSTOOD),
                new Hostile("mistakes", "", "CREATE TABEL t (a int);\n", 5_000, "", "; 5000 not understood"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void in_little_memory(Hostile hostile) throws IOException, InterruptedException {
        new Workspace(folder)
                .file("db/V1__t.sql", "CREATE TABLE t (a int, b text, c timestamptz);\n")
                .file("db/V2__hostile.sql", hostile.sql())
                .file("db/V3__last.sql", "DROP TABLE never_made;\n");

        assertThat(lint(256, 1)).contains("V3__last.sql:1", "never_made", hostile.said());
    }

    /** Any of those that are not read may have made what the next migration names. */
    @Test
    void more_statements_than_are_read() throws IOException, InterruptedException {
        new Workspace(folder)
                .file("db/V1__hostile.sql", "SELECT 1; ".repeat(1_200_000))
                .file("db/V2__last.sql", "ALTER TABLE t ADD COLUMN a int;\n");

        assertThat(lint(2048, 0))
                .contains(
                        "V1__hostile.sql:1: not understood: no more than 1000000 statements of a file are read",
                        "1000002 statements",
                        "; 1 not understood");
    }

    @Test
    void what_does_not_fit_into_memory_is_said_in_one_line() throws IOException, InterruptedException {
        new Workspace(folder).file("db/V1__hostile.sql", "SELECT 1; ".repeat(500_000));

        assertThat(lint(48, 2).lines())
                .containsExactly("greenlight: these migrations need more memory than Java may take (48 MB):"
                        + " divide the largest, or set JAVA_TOOL_OPTIONS=-Xmx4g");
    }

    private String lint(int megabytes, int code) throws IOException, InterruptedException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                JAVA.toString(), "-Xmx" + megabytes + "m", "-cp", path, "dev.greenlight.cli.Main", "lint", "db");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(output.lines().limit(20).toList().toString())
                .isEqualTo(code);
        return output;
    }
}
