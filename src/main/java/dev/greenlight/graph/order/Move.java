package dev.greenlight.graph.order;

import dev.greenlight.migration.Migration;
import org.jspecify.annotations.Nullable;

/**
 * One migration that has to run elsewhere in the list.
 *
 * @param before the one that it has to run right before, of those that stay where they are; null for the end
 */
public record Move(Migration migration, @Nullable Migration before) {}
