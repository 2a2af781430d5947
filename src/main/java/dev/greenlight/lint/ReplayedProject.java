package dev.greenlight.lint;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * The histories of a project, replayed, for what is asked of them beside what lint judges.
 *
 * @param histories in the order of their folders
 * @param unreadable files that could not be read, which the histories lack
 */
record ReplayedProject(List<ReplayedHistory> histories, List<Unreadable> unreadable) {
    ReplayedProject {
        histories = List.copyOf(histories);
        unreadable = List.copyOf(unreadable);
    }

    /** All that is there: what has changed and what is known already makes no difference. */
    static ReplayedProject of(LintRequest request) {
        List<Unreadable> unreadable = new ArrayList<>();
        ReplaySettings settings = new ReplaySettings(request, unreadable);
        Histories.Inputs inputs = Histories.find(request.tree(), request.paths(), request.folders());
        unreadable.addAll(inputs.unreadable());
        List<ReplayedHistory> histories = new ArrayList<>();
        for (MigrationHistory history : inputs.histories()) {
            histories.add(ReplayedHistory.of(history, ScriptReader.read(history.migrations()), settings.of(history)));
        }
        return new ReplayedProject(histories, unreadable);
    }
}
