package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.List;

/**
 * The way in which one migration tool lays out its files: which are migrations, in which order they run, and how they
 * are sent. It knows names first, and looks into files only where names do not tell.
 */
interface MigrationLayout {
    /** As {@link MigrationHistory#layout} names it. */
    String id();

    /** The histories of this layout among files; none if the files are not laid out so. */
    List<Plan> plans(FoundFiles files);

    /** Whether all that is pending runs in one transaction, as far as its files run in one at all. */
    default boolean sharesTransaction() {
        return false;
    }

    /** How a planned file runs, once it has been read. */
    default Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, TransactionMode.MIGRATION);
    }
}
