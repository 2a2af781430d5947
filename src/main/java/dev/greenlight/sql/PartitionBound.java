package dev.greenlight.sql;

import dev.greenlight.source.Span;

/**
 * Which rows a partition takes: {@code FOR VALUES …} or {@code DEFAULT} (manual 5.12).
 *
 * @param isDefault whether it is the default partition
 */
public record PartitionBound(boolean isDefault, Span span) {}
