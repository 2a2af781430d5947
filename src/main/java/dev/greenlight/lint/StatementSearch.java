package dev.greenlight.lint;

import dev.greenlight.graph.Chain;
import dev.greenlight.migration.Direction;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.stream.Stream;

/** Finds in a review the statements at a place, and what led to each. */
public final class StatementSearch {
    private final Review review;

    public StatementSearch(Review review) {
        this.review = review;
    }

    /** A statement, what led to it (oldest first), and what was found in it. */
    public record Found(StatementReview statement, List<Chain.Link> chain, List<Finding> findings) {
        public Found {
            chain = List.copyOf(chain);
            findings = List.copyOf(findings);
        }
    }

    /** Whether any migration is, or has statements, in a file. */
    public boolean reads(String path) {
        return review.migrations()
                .anyMatch(migration -> migration.migration().path().equals(path)
                        || migration.statements().stream()
                                .anyMatch(statement ->
                                        statement.step().file().path().equals(path)));
    }

    /** The statements that cover a line, counted from 1, in the order of running; a file may run more than once. */
    public List<Found> at(String path, int line) {
        return review.histories().stream()
                .flatMap(history -> history.migrations().stream()
                        .flatMap(migration -> migration.statements().stream()
                                .filter(statement -> covers(statement.step(), path, line))
                                .map(statement -> found(history, migration, statement))))
                .toList();
    }

    private static boolean covers(Step step, String path, int line) {
        SourceFile file = step.file().written();
        Span span = step.file().written(step.statement().span());
        return file.path().equals(path)
                && file.position(span.start()).line() <= line
                && file.position(span.end()).line() >= line;
    }

    private Found found(HistoryReview history, MigrationReview migration, StatementReview statement) {
        return new Found(
                statement,
                Chain.to(statement.step(), before(history, migration, statement)),
                review.findings().stream()
                        .filter(finding -> isIn(finding, statement.step()))
                        .toList());
    }

    /** A migration that goes down does so when all have gone up that stand before it. */
    private static List<Step> before(HistoryReview history, MigrationReview migration, StatementReview statement) {
        Stream<Step> earlier = history.migrations().stream()
                .takeWhile(other -> other != migration)
                .filter(other -> other.migration().direction() != Direction.DOWN)
                .flatMap(StatementSearch::steps);
        Stream<Step> same = steps(migration).takeWhile(step -> step != first(statement.step()));
        return Stream.concat(earlier, same).toList();
    }

    private static Stream<Step> steps(MigrationReview migration) {
        return migration.statements().stream()
                .flatMap(statement -> statement.step().all());
    }

    private static Step first(Step step) {
        return step.all().findFirst().orElseThrow();
    }

    private static boolean isIn(Finding finding, Step step) {
        return finding.file().path().equals(step.file().path())
                && step.statement().span().contains(finding.span());
    }
}
