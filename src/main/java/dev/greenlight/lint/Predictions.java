package dev.greenlight.lint;

import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;

/**
 * What the histories of a project leave in a database; judges nothing.
 *
 * @param catalogs one for each history, in the order of their folders
 * @param unreadable files that could not be read; what they would do is not in the catalogs
 */
public record Predictions(List<PredictedCatalog> catalogs, List<Unreadable> unreadable) {
    public Predictions {
        catalogs = List.copyOf(catalogs);
        unreadable = List.copyOf(unreadable);
    }

    /** Of all that is there: what has changed and what is known already makes no difference. */
    public static Predictions of(LintRequest request) {
        ReplayedProject project = ReplayedProject.of(request);
        return new Predictions(
                project.histories().stream().map(Predictions::predicted).toList(), project.unreadable());
    }

    static PredictedCatalog predicted(ReplayedHistory replayed) {
        return new PredictedCatalog(
                replayed.history().folder(),
                replayed.history().layout(),
                replayed.result(),
                replayed.run().searchPath(),
                replayed.errors(),
                replayed.run());
    }
}
