package dev.greenlight.lint;

import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.check.Requirements;
import dev.greenlight.lint.check.SchemaChecks;
import dev.greenlight.lint.drift.Drifts;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be said of the schemas that the histories of a project leave; judges no migration.
 *
 * @param required what the application needs and is not there, in any of them
 * @param drift what differs between what they leave and the project's sources of truth
 * @param histories in the order of their folders
 * @param unreadable files that could not be read; what they would do is in no schema
 */
public record SchemaReview(
        List<Recommendation> required,
        List<Recommendation> drift,
        List<OfHistory> histories,
        List<Unreadable> unreadable) {
    public SchemaReview {
        required = List.copyOf(required);
        drift = List.copyOf(drift);
        histories = List.copyOf(histories);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * What is said of the schema that a history leaves.
     *
     * @param errors how many of its statements PostgreSQL would refuse: the schema is what the others leave
     */
    public record OfHistory(String folder, List<Recommendation> recommendations, long errors) {
        public OfHistory {
            recommendations = List.copyOf(recommendations);
        }
    }

    /**
     * Of all that is there: what has changed and what is known already makes no difference.
     *
     * @param truths the paths of the sources of truth
     */
    public static SchemaReview of(LintRequest request, Requirements requirements, List<String> truths) {
        ReplayedProject project = ReplayedProject.of(request);
        List<FinalSchema> schemas = new ArrayList<>();
        List<OfHistory> histories = new ArrayList<>();
        for (ReplayedHistory replayed : project.histories()) {
            FinalSchema schema = new FinalSchema(replayed.result(), replayed.run());
            schemas.add(schema);
            histories.add(new OfHistory(replayed.history().folder(), SchemaChecks.look(schema), replayed.errors()));
        }
        List<Unreadable> unreadable = new ArrayList<>(project.unreadable());
        List<Recommendation> drift = histories.isEmpty() ? List.of() : drift(request, project, truths, unreadable);
        return new SchemaReview(requirements.missingIn(schemas), drift, histories, unreadable);
    }

    private static List<Recommendation> drift(
            LintRequest request, ReplayedProject project, List<String> truths, List<Unreadable> unreadable) {
        Drifts drifts = new Drifts(
                request.tree(),
                project.histories().stream().map(Predictions::predicted).toList(),
                path -> States.dump(request, path, unreadable));
        truths.forEach(drifts::look);
        unreadable.addAll(drifts.unreadable());
        return drifts.recommendations();
    }

    public Stream<Recommendation> all() {
        return Stream.of(
                        required.stream(),
                        drift.stream(),
                        histories.stream().flatMap(history -> history.recommendations().stream()))
                .flatMap(stream -> stream);
    }

    public long count(Level level) {
        return all().filter(each -> each.level() == level).count();
    }

    public Verdict verdict() {
        if (count(Level.RED) > 0) {
            return Verdict.BLOCKED;
        }
        return count(Level.YELLOW) > 0 ? Verdict.NEEDS_CHANGES : Verdict.SAFE;
    }
}
