package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.List;

/**
 * One migration in one direction, as its tool sees it.
 *
 * @param folder the history's folder, as {@link MigrationHistory#folder} names it
 * @param version as the tool orders by it, such as {@code 1.2} of {@code V1_2__orders.sql}; empty if there is none
 * @param description the words of the file's name, such as {@code orders}
 * @param sections in the order of running; a file of which only a part goes this way has only that
 */
public record Migration(
        SourceFile file,
        String folder,
        String version,
        String description,
        Direction direction,
        TransactionMode transaction,
        List<Section> sections) {
    public Migration {
        sections = List.copyOf(sections);
    }

    public String path() {
        return file.path();
    }

    /** In one mode wherever it is in another. */
    Migration with(TransactionMode from, TransactionMode to) {
        List<Section> changed = sections.stream()
                .map(section -> section.transaction() == from ? new Section(section.id(), section.span(), to) : section)
                .toList();
        TransactionMode mode = transaction == from ? to : transaction;
        return new Migration(file, folder, version, description, direction, mode, changed);
    }
}
