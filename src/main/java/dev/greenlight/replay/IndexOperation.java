package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/** Operations on indexes. */
public sealed interface IndexOperation extends Operation {
    /** On a partitioned table it is built on every partition too, unless ONLY is written. */
    record CreateIndex(Table table, Index index, boolean concurrently, boolean only, Span span)
            implements IndexOperation {}

    /** {@code table} is null where the index is only assumed and its table unknown. */
    record DropIndex(@Nullable Table table, Index index, boolean concurrently, boolean cascaded, Span span)
            implements IndexOperation {}

    /** {@code relation} is the index or table that is built anew; null for a whole schema or database. */
    record Reindex(@Nullable Relation relation, boolean concurrently, Span span) implements IndexOperation {}

    record AttachIndex(Index parent, Index partition, Span span) implements IndexOperation {}
}
