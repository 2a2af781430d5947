package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A history before its files are read.
 *
 * @param folder the one that the tool would be pointed to; empty for the root
 * @param migrations in the order of running
 * @param skipped files that the tool knows and that do not run here; what there is to say of them is in the notes
 * @param notes what is odd about names, each one line
 */
record Plan(
        String folder,
        MigrationLayout layout,
        List<PlannedMigration> migrations,
        Set<Entry> skipped,
        List<String> notes) {
    Plan {
        migrations = List.copyOf(migrations);
        skipped = Set.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    Plan(String folder, MigrationLayout layout, List<PlannedMigration> migrations, List<String> notes) {
        this(folder, layout, migrations, Set.of(), notes);
    }

    /** The files that it has in it. */
    Set<Entry> files() {
        return migrations.stream().map(PlannedMigration::file).collect(Collectors.toSet());
    }

    /** Only these of its files. What is odd about others is not said. */
    Plan only(Predicate<Entry> wanted) {
        List<PlannedMigration> left =
                migrations.stream().filter(it -> wanted.test(it.file())).toList();
        return left.size() == migrations.size() ? this : new Plan(folder, layout, left, skipped, List.of());
    }
}
