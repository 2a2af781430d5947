package dev.greenlight.lint;

import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.Made;
import dev.greenlight.graph.Need;
import dev.greenlight.migration.Migration;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Judged;
import dev.greenlight.rule.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what is said about each migration of a history; is asked of them in their order. */
final class MigrationReviews {
    private final DependencyGraph graph;
    private final LockTimeline timeline = new LockTimeline();

    MigrationReviews(DependencyGraph graph) {
        this.graph = graph;
    }

    MigrationReview of(MigrationRun run, List<Judged> judged) {
        Migration migration = run.migration();
        List<StatementReview> statements = judged.stream()
                .map(one -> new StatementReview(one.step(), one.effect(), one.signal(), one.reasons()))
                .toList();
        Signal signal = judged.stream().map(Judged::signal).reduce(Signal.GREEN, Signal::worst);
        List<String> creates = creates(run);
        return new MigrationReview(
                migration,
                creates,
                references(run, creates),
                dependencies(migration),
                signal,
                statements,
                timeline.of(judged));
    }

    private List<String> creates(MigrationRun run) {
        return graph.makers().madeBy(run).stream()
                .filter(made -> made.part() == null)
                .map(Made::name)
                .map(MigrationReviews::text)
                .distinct()
                .toList();
    }

    private static List<String> references(MigrationRun run, List<String> creates) {
        return run.allSteps()
                .flatMap(MigrationReviews::named)
                .map(MigrationReviews::text)
                .filter(name -> !creates.contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<QualifiedName> named(Step step) {
        Stream<QualifiedName> found = step.references().stream().map(Reference::name);
        Optional<QualifiedName> missing = step.error().map(SqlError::missing).map(Missing::name);
        return Stream.concat(found, missing.stream());
    }

    /** Schemas and extensions are in no schema. */
    private static String text(QualifiedName name) {
        return name.schema().isEmpty() ? name.name() : name.toString();
    }

    private List<String> dependencies(Migration migration) {
        return graph.allNeedsOf(migration).stream()
                .map(Need::to)
                .map(Migration::path)
                .distinct()
                .sorted()
                .toList();
    }
}
