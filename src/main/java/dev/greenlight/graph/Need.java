package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.migration.Migration;

/** Why one migration is to run behind another. */
public sealed interface Need permits Edge, Declaration {
    Migration from();

    Migration to();

    /** Where it is written. */
    Origin place();
}
