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
 * @param hidden findings that are not shown: ignored ones, then those of the baseline
 * @param gone what the baseline has and was not found, one line each
 */
public record Review(
        Summary summary,
        List<HistoryReview> histories,
        List<Finding> findings,
        List<SourceRead.Unreadable> unreadable,
        List<String> notes,
        List<Hidden> hidden,
        List<String> gone) {
    public Review {
        histories = List.copyOf(histories);
        findings = List.copyOf(findings);
        unreadable = List.copyOf(unreadable);
        notes = List.copyOf(notes);
        hidden = List.copyOf(hidden);
        gone = List.copyOf(gone);
    }

    public Stream<MigrationReview> migrations() {
        return histories.stream().flatMap(history -> history.migrations().stream());
    }

    public Review withNotes(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new Review(summary, histories, findings, unreadable, all, hidden, gone);
    }
}
