package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.oracle.CatalogComparison;
import dev.greenlight.oracle.CatalogFacts;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.PrintedCatalog;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.report.CatalogFormats;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Pattern;
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
    private static final List<String> RESOURCES = List.of(
            "tables.sql", "objects.sql", "drops.sql", "rows.sql", "code.sql", "bodies.sql", "printed.sql", "texts.sql");

    /** Has only what is printed word for word as the server does. */
    private static final String TEXTS = "texts.sql";

    /** From here on a partition's triggers are listed among its own. */
    private static final int PRINTS = 15;

    private static final SortedMap<String, String> NO_TEXTS = Collections.emptySortedMap();

    /** A column of a computed type, which may be unknown here. */
    private static final Pattern UNKNOWN_TYPE = Pattern.compile("^column .* predicted \\d+ null ");

    @TestFactory
    Stream<DynamicContainer> scripts() {
        return Oracle.each()
                .flatMap(oracle -> RESOURCES.stream()
                        .filter(resource -> oracle.version().isAtLeast(PRINTS) || !isPrinted(resource))
                        .map(resource -> DynamicContainer.dynamicContainer(
                                oracle + ": " + resource, scripts(oracle, resource))));
    }

    private static boolean isPrinted(String resource) {
        return resource.equals("printed.sql") || resource.equals(TEXTS);
    }

    private static Stream<DynamicTest> scripts(Oracle oracle, String resource) {
        return Arrays.stream(read(resource).split("(?m)^-- script: "))
                .skip(1)
                .map(text -> DynamicTest.dynamicTest(
                        text.lines().findFirst().orElseThrow(),
                        () -> compare(oracle, text.substring(text.indexOf('\n')), resource.equals(TEXTS))));
    }

    private static String read(String resource) {
        try (InputStream input = ReplayOnServerTest.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A statement that fails on the server is left out of what comes after it, as it is there. */
    private static void compare(Oracle oracle, String script, boolean texts) throws SQLException, IOException {
        List<String> statements = Splitter.split(script, new Span(0, script.length())).stream()
                .map(text -> script.substring(text.span().start(), text.span().end()))
                .toList();
        Replaying replaying =
                Replaying.plain().version(oracle.version().major()).openness(ReplayOptions.Openness.CLOSED);
        List<String> done = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        try (ServerSession session = new ServerSession(oracle.connect())) {
            for (String statement : statements) {
                String there =
                        session.send(statement).map(ServerError::sqlState).orElse(NONE);
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
            if (oracle.version().isAtLeast(PRINTS)) {
                differences.addAll(printed(session, run(replaying, done), texts));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    /** How {@code greenlight schema} prints the catalog is how the server does. */
    private static List<String> printed(ServerSession session, HistoryRun run, boolean texts)
            throws SQLException, IOException {
        PredictedCatalog predicted = new PredictedCatalog("", run.result(), run.searchPath(), 0);
        StringBuilder text = new StringBuilder();
        CatalogFormats.find("json").orElseThrow().write(predicted, text);
        ObjectMapper json = new ObjectMapper();
        CatalogFacts there = CatalogFacts.of(json.readTree(PrintedCatalog.of(session.connection())));
        CatalogFacts here = CatalogFacts.of(json.readTree(text.toString()));
        return Stream.of(
                        CatalogComparison.of(there.facts(), here.facts()),
                        CatalogComparison.of(texts ? there.texts() : NO_TEXTS, texts ? here.texts() : NO_TEXTS))
                .flatMap(comparison -> comparison.differences().stream())
                .filter(difference -> !UNKNOWN_TYPE.matcher(difference).find())
                .toList();
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
