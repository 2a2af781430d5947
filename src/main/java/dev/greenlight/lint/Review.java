package dev.greenlight.lint;

import dev.greenlight.rule.Finding;
import dev.greenlight.source.SourceRead;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is to say about a project: what every report is made of.
 *
 * @param findings in the order of running, then of place
 * @param unreadable files that could not be read; what they hold is not judged
 * @param notes about the input as a whole, one line each: what was assumed, what was taken for what
 */
public record Review(
        Summary summary,
        List<HistoryReview> histories,
        List<Finding> findings,
        List<SourceRead.Unreadable> unreadable,
        List<String> notes) {
    public Review {
        histories = List.copyOf(histories);
        findings = List.copyOf(findings);
        unreadable = List.copyOf(unreadable);
        notes = List.copyOf(notes);
    }

    public Stream<MigrationReview> migrations() {
        return histories.stream().flatMap(history -> history.migrations().stream());
    }
}
