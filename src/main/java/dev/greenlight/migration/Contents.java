package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.List;

/**
 * How a file runs.
 *
 * @param file as it is sent
 * @param sections of the file as it is sent
 * @param notes what is odd about the file, each one line and without its path
 */
record Contents(SourceFile file, TransactionMode transaction, List<Section> sections, List<String> notes) {
    Contents {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /** All of the file in one. */
    static Contents whole(SourceFile file, TransactionMode transaction, String... notes) {
        Span all = new Span(0, file.text().length());
        return new Contents(file, transaction, List.of(new Section(null, all, transaction)), List.of(notes));
    }

    /** In another mode than the layout's. */
    Contents in(TransactionMode mode) {
        List<Section> changed = sections.stream()
                .map(section -> new Section(section.id(), section.span(), mode))
                .toList();
        return new Contents(file, mode, changed, List.of());
    }
}
