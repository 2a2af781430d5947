package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of plans, all of one plan at the same time. */
final class PlanReader {
    private static final String STANDARD_INPUT = "-";

    private final HistoryOptions options;
    private final List<Unreadable> unreadable;

    /** @param unreadable takes what cannot be read */
    PlanReader(HistoryOptions options, List<Unreadable> unreadable) {
        this.options = options;
        this.unreadable = unreadable;
    }

    /** @param contents none if the file cannot be read */
    private record Read(PlannedMigration planned, SourceRead source, Optional<Contents> contents) {}

    MigrationHistory read(FoundPlan found) {
        Plan plan = found.plan();
        List<Read> reads = plan.migrations().parallelStream()
                .map(planned -> read(plan.layout(), planned, found.files().read(planned.file())))
                .toList();
        List<String> notes = new ArrayList<>(found.notes());
        List<Migration> migrations = new ArrayList<>();
        for (Read read : reads) {
            switch (read.source()) {
                case SourceRead.Text text -> {
                    Contents contents = read.contents().orElseThrow();
                    contents.notes().forEach(note -> notes.add(text.file().path() + ": " + note));
                    migrations.add(migration(folder(plan), read.planned(), contents));
                }
                case Unreadable problem -> unreadable.add(problem);
            }
        }
        return new MigrationHistory(folder(plan), plan.layout().id(), migrations, found.partial(), notes);
    }

    private Read read(MigrationLayout layout, PlannedMigration planned, SourceRead source) {
        return switch (source) {
            case SourceRead.Text text -> new Read(planned, source, Optional.of(contents(layout, planned, text.file())));
            case Unreadable problem -> new Read(planned, problem, Optional.empty());
        };
    }

    private Contents contents(MigrationLayout layout, PlannedMigration planned, SourceFile file) {
        Contents contents = layout.contents(planned, file);
        return options.transaction().map(contents::in).orElse(contents);
    }

    private static Migration migration(String folder, PlannedMigration planned, Contents contents) {
        return new Migration(
                contents.file(),
                folder,
                planned.version(),
                planned.description(),
                planned.direction(),
                contents.transaction(),
                contents.sections());
    }

    private static String folder(Plan plan) {
        boolean standardInput =
                plan.migrations().stream().allMatch(it -> it.file().path().equals(STANDARD_INPUT));
        return standardInput ? STANDARD_INPUT : Folders.shown(plan.folder());
    }
}
