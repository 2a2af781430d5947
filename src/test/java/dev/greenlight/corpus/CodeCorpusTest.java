package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.source.DiskTree;
import dev.greenlight.sql.RoutineStatement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much of the code in the migrations of a corpus is followed, and what it is that is not. */
@Tag("corpus")
final class CodeCorpusTest {
    private static final PostgresVersion VERSION = PostgresVersion.parse("15").orElseThrow();
    private static final double MOST_OPAQUE = 0.05;

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final StringBuilder table = new StringBuilder();
    private int code;
    private int opaque;
    private int bodies;
    private int dynamic;
    private int decided;

    @Test
    void code_is_followed_or_said_why_not() throws IOException {
        for (CorpusProject project : CorpusProject.all(corpus)) {
            count(project, Linter.lint(request(project)));
        }
        reasons.forEach((reason, times) -> table.append("%5d  %s%n".formatted(times, reason)));
        table.append("%d of %d blocks, %d of %d bodies are not followed; %d more bodies are where they are called%n"
                .formatted(opaque, code, dynamic, bodies, decided));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "code.txt"), table);

        assertThat((double) (opaque + dynamic) / (code + bodies)).isLessThan(MOST_OPAQUE);
    }

    private void count(CorpusProject project, Review review) {
        int codeBefore = code;
        int opaqueBefore = opaque;
        review.migrations()
                .map(MigrationReview::statements)
                .flatMap(List::stream)
                .map(StatementReview::step)
                .forEach(this::count);
        table.append(
                "%-18s %4d blocks %4d opaque%n".formatted(project.name(), code - codeBefore, opaque - opaqueBefore));
    }

    private void count(Step step) {
        Optional<String> reason =
                step.outcome() instanceof Outcome.Opaque known ? Optional.of(known.reason()) : Optional.empty();
        step.operations().stream()
                .filter(ObjectOperation.CreateRoutine.class::isInstance)
                .map(ObjectOperation.CreateRoutine.class::cast)
                .forEach(create -> {
                    bodies++;
                    if (create.code().decidedByCall()) {
                        decided++;
                    } else if (create.code().dynamic() != null) {
                        dynamic++;
                        reasons.merge("body: " + create.code().dynamic(), 1, Integer::sum);
                    }
                });
        boolean block = step.statement() instanceof RoutineStatement.Do;
        if (!block && reason.isPresent()) {
            reasons.merge("call: " + reason.get(), 1, Integer::sum);
        }
        if (block) {
            code++;
            reason.ifPresent(why -> {
                opaque++;
                reasons.merge(why, 1, Integer::sum);
            });
        }
    }

    private LintRequest request(CorpusProject project) {
        Path prelude = corpus.resolve(project.name()).resolve("PRELUDE.sql");
        return LintRequest.of(DiskTree.below(corpus), List.of(project.name() + "/" + project.path()))
                .withVersion(VERSION)
                .withBaselineSchema(Files.exists(prelude) ? List.of(project.name() + "/PRELUDE.sql") : List.of());
    }
}
