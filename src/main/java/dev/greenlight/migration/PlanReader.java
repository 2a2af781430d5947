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

    private final List<Unreadable> unreadable;

    /** @param unreadable takes what cannot be read */
    PlanReader(List<Unreadable> unreadable) {
        this.unreadable = unreadable;
    }

    /** @param contents none if the file cannot be read */
    private record Read(PlannedMigration planned, SourceRead source, Optional<Contents> contents) {}

    MigrationHistory read(FoundPlan found) {
        Plan plan = found.plan();
        List<Read> reads = plan.migrations().parallelStream()
                .map(planned -> read(found, planned, found.files().read(planned.file())))
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
        MigrationLayout layout = plan.layout();
        boolean shares =
                layout.sharesTransaction() && found.options().transaction().isEmpty();
        return new MigrationHistory(
                folder(plan), layout.id(), migrations, prelude(layout), found.partial(), notes, shares);
    }

    private static Read read(FoundPlan found, PlannedMigration planned, SourceRead source) {
        return switch (source) {
            case SourceRead.Text text -> {
                SourceFile file = found.plan()
                        .layout()
                        .substitution(planned, found.options().placeholders())
                        .in(text.file());
                yield new Read(planned, new SourceRead.Text(file), Optional.of(contents(found, planned, file)));
            }
            case Unreadable problem -> new Read(planned, problem, Optional.empty());
        };
    }

    private static Contents contents(FoundPlan found, PlannedMigration planned, SourceFile file) {
        Contents contents = found.plan().layout().contents(planned, file);
        return found.options().transaction().map(contents::in).orElse(contents);
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

    private static List<Migration> prelude(MigrationLayout layout) {
        return layout.prelude().map(sql -> migration(SourceFile.of(layout.id(), sql))).stream()
                .toList();
    }

    private static Migration migration(SourceFile prelude) {
        Contents contents = Contents.whole(prelude, TransactionMode.NONE);
        return new Migration(prelude, "", "", "", Direction.UP, contents.transaction(), contents.sections());
    }

    private static String folder(Plan plan) {
        boolean standardInput =
                plan.migrations().stream().allMatch(it -> it.file().path().equals(STANDARD_INPUT));
        return standardInput ? STANDARD_INPUT : Folders.shown(plan.folder());
    }
}
