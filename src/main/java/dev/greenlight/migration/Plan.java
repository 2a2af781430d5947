package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A history before its files are read.
 *
 * @param folder the one that the tool would be pointed to; empty for the root
 * @param migrations in the order of running
 * @param notes what is odd about names, each one line
 * @param aside files that the tool has for something else than a migration of this history, which nobody misses
 */
record Plan(
        String folder,
        MigrationLayout layout,
        List<PlannedMigration> migrations,
        List<String> notes,
        Set<Entry> aside) {
    Plan {
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
        aside = Set.copyOf(aside);
    }

    Plan(String folder, MigrationLayout layout, List<PlannedMigration> migrations, List<String> notes) {
        this(folder, layout, migrations, notes, Set.of());
    }

    /**
     * Of a project whose own words say that it is for another database: its scripts are not looked at.
     *
     * @param said by which file, and for which database
     */
    static Plan ofOthers(String folder, MigrationLayout layout, Collection<Entry> scripts, String said) {
        String note = Folders.shown(folder) + " is not for PostgreSQL and is left out: " + said;
        return new Plan(folder, layout, List.of(), List.of(note), Set.copyOf(scripts));
    }

    /** The files that it has in it. */
    Set<Entry> files() {
        return migrations.stream().map(PlannedMigration::file).collect(Collectors.toSet());
    }

    /** The files that the tool has for anything. */
    Set<Entry> known() {
        return Stream.concat(files().stream(), aside.stream()).collect(Collectors.toSet());
    }

    /** Only these of its files. What is odd about others is not said. */
    Plan only(Predicate<Entry> wanted) {
        List<PlannedMigration> left =
                migrations.stream().filter(it -> wanted.test(it.file())).toList();
        return left.size() == migrations.size() ? this : new Plan(folder, layout, left, List.of(), aside);
    }
}
