package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** SQL that the tool itself sends before it runs anything, as far as migrations may see what comes of it. */
    default Optional<String> prelude() {
        return Optional.empty();
    }

    /**
     * What the tool fills in before it sends a file.
     *
     * @param given values by name, which the project says; they win over what the layout itself finds
     */
    default Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return TemplateSubstitution.of(given);
    }

    /** How a planned file runs, once it has been read and filled in. */
    default Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, TransactionMode.MIGRATION);
    }
}
