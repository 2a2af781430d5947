package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs scripts statement by statement on a server and in a replay: each statement fails in both or in neither, with the
 * same SQLSTATE, and afterwards both catalogs hold the same.
 */
@Tag("postgres")
class ReplayOnServerTest {
    private static final String NONE = "-";
    private static final List<String> RESOURCES =
            List.of("tables.sql", "objects.sql", "drops.sql", "rows.sql", "code.sql");

    @TestFactory
    Stream<DynamicContainer> scripts() {
        return Oracle.each()
                .flatMap(oracle -> RESOURCES.stream()
                        .map(resource -> DynamicContainer.dynamicContainer(
                                oracle + ": " + resource, scripts(oracle, resource))));
    }

    private static Stream<DynamicTest> scripts(Oracle oracle, String resource) {
        return Arrays.stream(read(resource).split("(?m)^-- script: "))
                .skip(1)
                .map(text -> DynamicTest.dynamicTest(
                        text.lines().findFirst().orElseThrow(),
                        () -> compare(oracle, text.substring(text.indexOf('\n')))));
    }

    private static String read(String resource) {
        try (InputStream input = ReplayOnServerTest.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A statement that fails on the server is left out of what comes after it, as it is there. */
    private static void compare(Oracle oracle, String script) {
        List<String> statements = Splitter.split(script, new Span(0, script.length())).stream()
                .map(text -> script.substring(text.span().start(), text.span().end()))
                .toList();
        Replaying replaying = Replaying.plain()
                .version(oracle.version().major())
                .openness(ReplayOptions.Openness.CLOSED);
        List<String> done = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        try (ServerSession session = new ServerSession(oracle.connect())) {
            for (String statement : statements) {
                String there = session.send(statement).map(ServerError::sqlState).orElse(NONE);
                String here = replayed(replaying, done, statement);
                if (!here.equals(there)) {
                    differences.add("server " + there + ", replay " + here + ": " + statement);
                }
                if (there.equals(NONE)) {
                    done.add(statement);
                }
            }
            SortedSet<String> expected = session.catalog();
            SortedSet<String> actual = CatalogLines.of(run(replaying, done).result());
            expected.removeIf(line -> actual.remove(line) || actual.remove(CatalogLines.withoutType(line)));
            expected.forEach(line -> differences.add("server only: " + line));
            actual.forEach(line -> differences.add("replay only: " + line));
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static HistoryRun run(Replaying replaying, List<String> statements) {
        return replaying.run(String.join(";\n", statements));
    }

    private static String replayed(Replaying replaying, List<String> before, String statement) {
        List<String> all = new ArrayList<>(before);
        all.add(statement);
        Step last = Replaying.steps(run(replaying, all)).getLast();
        return last.outcome() instanceof Outcome.NotRead
                ? "not read"
                : last.error().map(error -> error.state().code()).orElse(NONE);
    }
}
