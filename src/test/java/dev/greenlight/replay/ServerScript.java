package dev.greenlight.replay;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * SQL in a resource beside the tests, below a line such as {@code -- script: renames}. One that is of a version that has
 * what it uses says so: {@code -- script: since 14: renames}.
 *
 * @param since the major version from which on it is asked
 */
record ServerScript(String title, int since, String sql) {
    private static final Pattern TITLE = Pattern.compile("(?:since (?<since>\\d+): )?(?<title>.*)\n");

    /** What is done with a script, and may fail. */
    interface Check {
        void of(Oracle oracle, String sql) throws Exception;
    }

    /** A test for each script and each server that this run asks. */
    static Stream<DynamicTest> tests(String resource, Check check) {
        return Oracle.each().flatMap(oracle -> tests(resource, oracle, check));
    }

    static Stream<DynamicTest> tests(String resource, Oracle oracle, Check check) {
        return Arrays.stream(read(resource).split("(?m)^-- script: "))
                .skip(1)
                .map(ServerScript::parse)
                .filter(script -> oracle.version().isAtLeast(script.since))
                .map(script ->
                        DynamicTest.dynamicTest(oracle + ": " + script.title, () -> check.of(oracle, script.sql)));
    }

    static List<String> statements(String sql) {
        return Splitter.split(sql, new Span(0, sql.length())).stream()
                .map(text -> sql.substring(text.span().start(), text.span().end()))
                .toList();
    }

    private static ServerScript parse(String text) {
        Matcher title = TITLE.matcher(text);
        if (!title.lookingAt()) {
            throw new IllegalArgumentException("no title: " + text);
        }
        String since = title.group("since");
        return new ServerScript(
                title.group("title"), since == null ? 0 : Integer.parseInt(since), text.substring(title.end()));
    }

    private static String read(String resource) {
        try (InputStream input = ServerScript.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
