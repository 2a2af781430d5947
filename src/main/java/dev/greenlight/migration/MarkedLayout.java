package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.Comparator;
import java.util.List;

/** A layout of files that hold both their up and their down, each behind a comment that marks it. */
interface MarkedLayout extends MigrationLayout {
    /** The mark without which the tool refuses a file. */
    String mark();

    /** The parts of a file, in its order; none if there is no mark in it. */
    List<MarkedPart> parts(SourceFile file);

    @Override
    default Contents contents(PlannedMigration planned, SourceFile file) {
        List<MarkedPart> parts = parts(file);
        List<Section> sections = parts.stream()
                .filter(part -> part.direction() == planned.direction())
                .map(MarkedPart::section)
                .toList();
        TransactionMode loosest = sections.stream()
                .map(Section::transaction)
                .min(Comparator.naturalOrder())
                .orElse(TransactionMode.MIGRATION);
        List<String> notes = parts.isEmpty() ? List.of(id() + " refuses a file without " + mark()) : List.of();
        return new Contents(file, loosest, sections, notes);
    }
}
