package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.View;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the types of views' columns with what a server of version 15 has after the same migrations:
 * {@code -Dcorpus.truth=FOLDER} holds its catalogs, beside the corpus where nothing is said. None may be wrong.
 */
@Tag("corpus")
final class ViewTypesTest {
    private final Path corpus = Path.of(System.getProperty("corpus.dir"));
    private final Path truth = Path.of(System.getProperty(
            "corpus.truth", corpus.resolveSibling("corpus-truth").toString()));
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int right;

    @Test
    void noColumnOfAViewHasAWrongType() throws IOException {
        for (CorpusProject project : CorpusProject.all(corpus)) {
            Path file = truth.resolve(project.name() + ".catalog.json");
            if (project.replaysFully() && Files.exists(file)) {
                compare(project, new ObjectMapper().readTree(file.toFile()));
            }
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        unknown.forEach(line -> out.println("unknown " + line));
        out.println("types of views' columns: " + right + " right, " + unknown.size() + " unknown, " + wrong.size()
                + " wrong");
        assertThat(wrong).isEmpty();
        assertThat((double) right / (right + unknown.size())).isGreaterThan(0.99);
    }

    private void compare(CorpusProject project, JsonNode server) {
        Optional<Catalog> catalog = catalog(project);
        for (JsonNode table : server.get("tables")) {
            String kind = table.get("kind").asText();
            if (catalog.isPresent() && (kind.equals("view") || kind.equals("matview"))) {
                QualifiedName name = new QualifiedName(
                        table.get("schema").asText(), table.get("name").asText());
                for (JsonNode column : table.get("columns")) {
                    compare(project, catalog.get(), name, column);
                }
            }
        }
    }

    private void compare(CorpusProject project, Catalog catalog, QualifiedName name, JsonNode column) {
        String words = project.name() + " " + name + "." + column.get("name").asText();
        DataType type = catalog.relation(name)
                .filter(View.class::isInstance)
                .map(view -> ((View) view).type(column.get("name").asText()))
                .orElse(DataType.UNKNOWN);
        String there = column.get("type").asText();
        if (!type.isKnown()) {
            unknown.add(words + " " + there);
        } else if (type.display().equals(there)) {
            right++;
        } else {
            wrong.add(words + " " + there + ", not " + type.display());
        }
    }

    private Optional<Catalog> catalog(CorpusProject project) {
        return Linter.lint(project.request(corpus))
                .migrations()
                .map(MigrationReview::statements)
                .flatMap(List::stream)
                .map(StatementReview::step)
                .map(Step::after)
                .reduce((first, last) -> last);
    }
}
