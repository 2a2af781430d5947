package dev.greenlight.corpus;

import dev.greenlight.migration.Script;
import java.util.List;

/**
 * A project's migrations with one mistake in them.
 *
 * @param first the number of the first script that is another one
 * @param what has been done, and where
 * @param assumed whether it is about an extension, a schema or a role, which are taken to be there
 */
record Mutant(MutationKind kind, List<Script> scripts, int first, String what, boolean assumed) {
    Mutant {
        scripts = List.copyOf(scripts);
    }
}
