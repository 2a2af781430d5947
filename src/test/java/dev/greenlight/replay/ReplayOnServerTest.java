package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.oracle.CatalogComparison;
import dev.greenlight.oracle.CatalogFacts;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.PrintedCatalog;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.report.CatalogFormats;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
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
                        .filter(resource -> oracle.version().isAtLeast(PRINTS) || !resource.equals(TEXTS))
                        .map(resource -> DynamicContainer.dynamicContainer(
                                oracle + ": " + resource, scripts(oracle, resource))));
    }

    private static Stream<DynamicTest> scripts(Oracle oracle, String resource) {
        return ServerScript.tests(resource, oracle, (asked, script) -> compare(asked, script, resource.equals(TEXTS)));
    }

    private static void compare(Oracle oracle, String sql, boolean texts) throws SQLException, IOException {
        Replaying replaying =
                Replaying.plain().version(oracle.version().major()).openness(ReplayOptions.Openness.CLOSED);
        Script script = replaying.script("V1.sql", sql, Direction.UP);
        List<String> done = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        try (ServerSession session = new ServerSession(oracle.connect())) {
            Stepwise model = new Stepwise(oracle.version(), List.of(script));
            for (Script.Entry entry : script.entries()) {
                String statement = script.migration().file().text(entry.text().span());
                String there =
                        session.send(statement).map(ServerError::sqlState).orElse(Stepwise.ACCEPTED);
                String here = stepped(model, script, entry, there);
                if (!here.equals(there)) {
                    differences.add("server " + there + ", replay " + here + ": " + statement);
                }
                if (there.equals(Stepwise.ACCEPTED)) {
                    done.add(statement);
                }
            }
            HistoryRun run = replaying.run(String.join(";\n", done));
            differences.addAll(Replaying.errors(run));
            differences.addAll(catalogs(session, run));
            if (oracle.version().isAtLeast(PRINTS)) {
                differences.addAll(printed(session, run, texts));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    /** What a statement comes to here. If it fails on the server nothing of it is left, as it is there. */
    private static String stepped(Stepwise model, Script script, Script.Entry entry, String there) {
        String here = model.run(script.migration().file(), entry);
        if (here.equals(Stepwise.ACCEPTED) && !there.equals(Stepwise.ACCEPTED)) {
            model.takeBack(false);
        }
        return here;
    }

    private static List<String> catalogs(ServerSession session, HistoryRun run) {
        SortedSet<String> expected = session.catalog();
        SortedSet<String> actual = CatalogLines.of(run.result());
        expected.removeIf(line -> actual.remove(line) || actual.remove(CatalogLines.withoutType(line)));
        return Stream.concat(
                        expected.stream().map(line -> "server only: " + line),
                        actual.stream().map(line -> "replay only: " + line))
                .toList();
    }

    /** How {@code greenlight schema} prints the catalog is how the server does. */
    private static List<String> printed(ServerSession session, HistoryRun run, boolean texts)
            throws SQLException, IOException {
        PredictedCatalog predicted = new PredictedCatalog("", "", run.result(), run.searchPath(), 0, run);
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
}
