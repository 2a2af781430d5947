package dev.greenlight.lint.truth;

import dev.greenlight.migration.Migration;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.List;

/** A source of truth as it was read, or why it could not be. */
public sealed interface Truth {
    /**
     * One that declares what should be there.
     *
     * @param path as given
     * @param migrations what makes that, in an empty database
     */
    record Declared(String path, List<Migration> migrations, Expressible expressible) implements Truth {
        public Declared {
            migrations = List.copyOf(migrations);
        }
    }

    /** SQL that shows all that is there, such as {@code pg_dump --schema-only} writes. */
    record Dump(String path) implements Truth {}

    record Illegible(Unreadable problem) implements Truth {}
}
