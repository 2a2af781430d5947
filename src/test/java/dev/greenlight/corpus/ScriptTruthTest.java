package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.oracle.CatalogComparison;
import dev.greenlight.oracle.CatalogFacts;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.PrintedCatalog;
import dev.greenlight.oracle.ServerScript;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.report.CatalogFormats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The script that {@code greenlight schema --format sql} prints of each project of a corpus makes the catalog which the
 * project's migrations have made on a server. Columns may stand in another order, for a script drops none.
 */
@Tag("corpus")
@Tag("postgres")
final class ScriptTruthTest {
    private static final String ROW = "%-18s %10s %18s %18s %18s%n";
    private static final int VERSION = 15;
    private static final int FIRST_FEW = Integer.getInteger("corpus.differences", 5);
    private static final String ONLY = System.getProperty("corpus.project", "");

    /** What is otherwise for a reason that is not in the script: the beginnings of such lines, none for all. */
    private static final List<Known> KNOWN = List.of(
            new Known("bfd", "table ccw.", "code switches row security on where the server has certain roles"),
            new Known(
                    "pay-ledger",
                    "column public.transaction.type",
                    "the server was given a file without .sql, which the tool does not take for a changelog"),
            new Known("chatbot-ui", "", "the extension vector is not there"),
            new Known("planx", "", "the extensions postgis_topology and pg_cron are not there"));

    private record Known(String project, String line, String reason) {
        static boolean explains(String project, String line) {
            return KNOWN.stream().anyMatch(known -> known.project.equals(project) && line.contains(known.line));
        }
    }

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));
    private final Path truths = Path.of(System.getProperty(
            "corpus.truth", corpus.resolveSibling("corpus-truth").toString()));
    private final ObjectMapper json = new ObjectMapper();

    private record Row(String project, List<String> refused, List<CatalogComparison> comparisons) {
        Stream<String> differences() {
            return comparisons.stream().flatMap(comparison -> comparison.differences().stream());
        }
    }

    @Test
    void a_script_makes_the_servers_catalog() throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (CorpusProject project : CorpusProject.all(corpus)) {
            Path truth = truths.resolve(project.name() + ".catalog.json");
            if (project.replaysFully() && Files.exists(truth) && (ONLY.isEmpty() || ONLY.equals(project.name()))) {
                rows.add(row(project, json.readTree(truth.toFile())));
            }
        }
        String table = table(rows);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "scripts.txt"), table);
        assertThat(rows).allSatisfy(row -> {
            assertThat(Stream.concat(row.refused().stream(), row.differences())
                            .filter(line -> !Known.explains(row.project(), line)))
                    .as(row.project())
                    .isEmpty();
        });
    }

    private Row row(CorpusProject project, JsonNode there) throws IOException, SQLException {
        PredictedCatalog predicted =
                Predictions.of(project.request(corpus)).catalogs().getFirst();
        StringBuilder script = new StringBuilder();
        CatalogFormats.find("sql").orElseThrow().write(predicted, script);
        try (ServerSession session = new ServerSession(Oracle.postgres(VERSION).connect())) {
            ServerScript loaded = new ServerScript(session);
            loaded.run(script.toString());
            CatalogFacts made = CatalogFacts.of(json.readTree(printed(session, predicted.searchPath())))
                    .withoutOrder();
            CatalogFacts truth = CatalogFacts.of(there).withoutOrder();
            return new Row(
                    project.name(),
                    loaded.refused(),
                    List.of(
                            CatalogComparison.of(truth.facts(), made.facts()),
                            CatalogComparison.of(truth.viewTypes(), made.viewTypes()),
                            CatalogComparison.of(truth.texts(), made.texts())));
        }
    }

    /** As a session sees it in which the history has left its search path. */
    private static String printed(ServerSession session, List<String> searchPath) throws SQLException {
        String path = searchPath.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        session.require("ALTER DATABASE " + session.connection().getCatalog() + " SET search_path = "
                + (path.isEmpty() ? "''" : path));
        try (Connection other = Oracle.postgres(VERSION).beside(session.connection())) {
            return PrintedCatalog.of(other);
        }
    }

    private static String table(List<Row> rows) {
        StringBuilder table =
                new StringBuilder(ROW.formatted("project", "refused", "facts", "types in views", "texts"));
        for (Row row : rows) {
            table.append(ROW.formatted(
                    row.project(),
                    row.refused().size(),
                    row.comparisons().get(0),
                    row.comparisons().get(1),
                    row.comparisons().get(2)));
        }
        KNOWN.forEach(known -> table.append(known.project())
                .append(": ")
                .append(known.reason())
                .append('\n'));
        for (Row row : rows) {
            Stream.concat(
                            row.refused().stream(),
                            row.comparisons().stream()
                                    .flatMap(comparison ->
                                            comparison.differences().stream().limit(FIRST_FEW)))
                    .forEach(line -> table.append(row.project())
                            .append(": ")
                            .append(line)
                            .append('\n'));
        }
        return table.toString();
    }
}
