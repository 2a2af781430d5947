package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.Linter;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineFolder;
import dev.greenlight.lint.baseline.BaselineRead;
import dev.greenlight.lint.baseline.BaselineReader;
import dev.greenlight.lint.baseline.BaselineWriter;
import dev.greenlight.replay.Step;
import dev.greenlight.source.SourceFile;
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
 * Lints each project of a corpus and prints what came of it, one line each: {@code ./mvnw test -Pcorpus
 * -Dcorpus.dir=FOLDER}. The folder holds a {@code MANIFEST.tsv}; a project may have a {@code PRELUDE.sql} with what its
 * migrations expect to be there.
 */
@Tag("corpus")
final class CorpusTest {
    private static final double MOST_UNPARSED = 0.01;

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));

    @Test
    void everyProjectIsLinted() throws IOException {
        List<CorpusLine> lines = new ArrayList<>();
        for (CorpusProject project : CorpusProject.all(corpus)) {
            lines.add(CorpusLine.of(project, Linter.lint(project.request(corpus))));
        }
        String table = CorpusLine.table(lines);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "corpus.txt"), table);
        long statements = lines.stream().mapToLong(CorpusLine::statements).sum();
        long unparsed = lines.stream().mapToLong(CorpusLine::unparsed).sum();
        assertThat((double) unparsed / statements)
                .as("share of statements that do not parse, templates apart")
                .isLessThan(MOST_UNPARSED);
        assertThat(CorpusLine.followed(lines, true))
                .as("projects of known tools that a server follows to the end")
                .allSatisfy(line ->
                        assertThat(line.errors()).as(line.project().name()).isZero());
        assertThat(lines).allSatisfy(line -> assertThat(line.migrations()).isPositive());
    }

    /** What a team sees on the day on which it begins to lint. */
    @Test
    void aBaselineOfEachProjectLeavesNothing() throws IOException {
        for (CorpusProject project : CorpusProject.all(corpus)) {
            Review first = Linter.lint(project.request(corpus));
            Review second = Linter.lint(project.request(corpus).withBaseline(Optional.of(baseline(first))));
            assertThat(second.findings()).as(project.name()).isEmpty();
            assertThat(second.gone()).as(project.name()).isEmpty();
            assertThat(second.hidden())
                    .as(project.name())
                    .hasSize(first.findings().size() + first.hidden().size());
        }
    }

    private Baseline baseline(Review review) throws IOException {
        BaselineFolder folder = BaselineFolder.of(corpus, Path.of("greenlight-baseline.json"));
        List<Step> steps = review.migrations()
                .map(MigrationReview::statements)
                .flatMap(List::stream)
                .map(StatementReview::step)
                .toList();
        StringBuilder text = new StringBuilder();
        BaselineWriter.write(Baseline.of("greenlight-baseline.json", folder, review.findings(), steps), text);
        BaselineRead read = BaselineReader.read(SourceFile.of("greenlight-baseline.json", text.toString()), folder);
        return ((BaselineRead.Known) read).baseline();
    }
}
