package dev.greenlight.graph;

import dev.greenlight.catalog.Origin;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Something that a statement made, or would have made had it not failed.
 *
 * @param kind relations share one name space, and so do types and so on: two of a kind cannot have one name
 * @param part the column or other part of an object, where that is what was made
 * @param order counts the statements of the history
 */
public record Made(
        Kind kind, QualifiedName name, @Nullable String part, MigrationRun run, Step step, Span span, int order) {
    /** A name space of pg_catalog. */
    public enum Kind {
        RELATION,
        TYPE,
        ROUTINE,
        SCHEMA,
        EXTENSION,
        OTHER
    }

    public Origin origin() {
        return new Origin(step.file(), span);
    }
}
