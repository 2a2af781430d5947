package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.lint.Predictions;
import dev.greenlight.oracle.CatalogComparison;
import dev.greenlight.oracle.CatalogFacts;
import dev.greenlight.report.CatalogFormats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The catalog that each project of a corpus leaves, as printed, is the one that a server has after it. What servers
 * have is in {@code PROJECT.catalog.json} in the folder that {@code -Dcorpus.truth} names, by default the corpus'
 * neighbour {@code corpus-truth}.
 */
@Tag("corpus")
final class CatalogTruthTest {
    private static final String ROW = "%-18s %16s %18s %18s%n";
    private static final int FIRST_FEW = Integer.getInteger("corpus.differences", 5);

    /** What a server has otherwise for a reason that is not in the migrations: the beginnings of such facts. */
    private static final List<Known> KNOWN = List.of(
            new Known("bfd", "table ccw.", "code switches row security on where the server has certain roles"),
            new Known(
                    "pay-ledger",
                    "column public.transaction.type",
                    "the server was given a file without .sql, which the tool does not take for a changelog"));

    private record Known(String project, String fact, String reason) {
        static boolean explains(String project, String difference) {
            return KNOWN.stream().anyMatch(known -> known.project.equals(project) && difference.startsWith(known.fact));
        }
    }

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));
    private final Path truths = Path.of(System.getProperty(
            "corpus.truth", corpus.resolveSibling("corpus-truth").toString()));
    private final ObjectMapper json = new ObjectMapper();

    private record Row(String project, CatalogComparison facts, CatalogComparison viewTypes, CatalogComparison texts) {
        List<CatalogComparison> all() {
            return List.of(facts, viewTypes, texts);
        }
    }

    @Test
    void a_predicted_catalog_is_the_servers() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (CorpusProject project : CorpusProject.all(corpus)) {
            Path truth = truths.resolve(project.name() + ".catalog.json");
            if (project.replaysFully() && Files.exists(truth)) {
                rows.add(row(project, json.readTree(truth.toFile())));
            }
        }
        String table = table(rows);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "catalogs.txt"), table);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.facts().differences().stream()
                                .filter(difference -> !Known.explains(row.project(), difference)))
                        .as(row.project())
                        .isEmpty());
    }

    private Row row(CorpusProject project, JsonNode there) throws IOException {
        StringBuilder printed = new StringBuilder();
        CatalogFormats.find("json")
                .orElseThrow()
                .write(Predictions.of(project.request(corpus)).catalogs().getFirst(), printed);
        CatalogFacts truth = CatalogFacts.of(there);
        CatalogFacts predicted = CatalogFacts.of(json.readTree(printed.toString()));
        return new Row(
                project.name(),
                CatalogComparison.of(truth.facts(), predicted.facts()),
                CatalogComparison.of(truth.viewTypes(), predicted.viewTypes()),
                CatalogComparison.of(truth.texts(), predicted.texts()));
    }

    private static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(ROW.formatted("project", "facts", "types in views", "texts"));
        for (Row row : rows) {
            table.append(ROW.formatted(row.project(), row.facts(), row.viewTypes(), row.texts()));
        }
        table.append(ROW.formatted("together", sum(rows, 0), sum(rows, 1), sum(rows, 2)));
        KNOWN.forEach(known -> table.append(known.project())
                .append(": ")
                .append(known.fact())
                .append("…: ")
                .append(known.reason())
                .append('\n'));
        for (Row row : rows) {
            row.all()
                    .forEach(comparison -> comparison.differences().stream()
                            .limit(FIRST_FEW)
                            .forEach(difference -> table.append(row.project())
                                    .append(": ")
                                    .append(difference)
                                    .append('\n')));
        }
        return table.toString();
    }

    private static CatalogComparison sum(List<Row> rows, int which) {
        List<CatalogComparison> all =
                rows.stream().map(Row::all).map(row -> row.get(which)).toList();
        return new CatalogComparison(
                all.stream().mapToInt(CatalogComparison::right).sum(),
                all.stream().mapToInt(CatalogComparison::all).sum(),
                all.stream().mapToInt(CatalogComparison::onlyPredicted).sum(),
                List.of());
    }
}
