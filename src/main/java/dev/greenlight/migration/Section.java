package dev.greenlight.migration;

import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A part of a migration's file that runs as a whole: most files are one; a changelog has one for each changeset.
 *
 * @param id the changeset's name, where a file has several
 */
public record Section(@Nullable String id, Span span, TransactionMode transaction) {}
