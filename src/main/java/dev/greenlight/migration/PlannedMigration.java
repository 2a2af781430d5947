package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.Collection;
import java.util.Comparator;

/** A migration as far as its file's place and name tell. The rest of {@link Migration} needs the file read. */
record PlannedMigration(Entry file, String version, String description, Direction direction) {
    /** As tools order files that are named by number, words and direction. */
    static final Comparator<PlannedMigration> BY_VERSION = Comparator.comparing(
                    (PlannedMigration it) -> Version.of(it.version()))
            .thenComparing(PlannedMigration::description)
            .thenComparing(PlannedMigration::direction);

    /** What a script is about, where its name says nothing else. */
    static String words(Entry script) {
        return script.name().replaceFirst("\\.sql$", "").replace('_', ' ');
    }

    static boolean anyUp(Collection<PlannedMigration> migrations) {
        return migrations.stream().anyMatch(it -> it.direction() == Direction.UP);
    }
}
