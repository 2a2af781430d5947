package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.DiskTree;
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
 * Lints each project of a corpus and prints what came of it, one line each: {@code ./mvnw test -Pcorpus
 * -Dcorpus.dir=FOLDER}. The folder holds a {@code MANIFEST.tsv}; a project may have a {@code PRELUDE.sql} with what its
 * migrations expect to be there.
 */
@Tag("corpus")
final class CorpusTest {
    private static final PostgresVersion VERSION = PostgresVersion.parse("15").orElseThrow();
    private static final double MOST_UNPARSED = 0.01;

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));

    @Test
    void everyProjectIsLinted() throws IOException {
        List<CorpusLine> lines = new ArrayList<>();
        for (CorpusProject project : CorpusProject.all(corpus)) {
            lines.add(CorpusLine.of(project, lint(project)));
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

    private Review lint(CorpusProject project) {
        Path prelude = corpus.resolve(project.name()).resolve("PRELUDE.sql");
        return Linter.lint(LintRequest.of(DiskTree.below(corpus), List.of(project.name() + "/" + project.path()))
                .withVersion(VERSION)
                .withBaselineSchema(Files.exists(prelude) ? List.of(project.name() + "/PRELUDE.sql") : List.of()));
    }
}
