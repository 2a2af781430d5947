package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/** Operations on rows, and upkeep of the files that hold them. */
public sealed interface DataOperation extends Operation {
    /** {@code forUpdate}: its rows are locked too (ROW SHARE). */
    record Read(Relation relation, boolean forUpdate, Span span) implements DataOperation {}

    /**
     * @param allRows an UPDATE or DELETE without WHERE, or with one that is always true
     * @param bounded whether the number of rows is written in the statement, as in INSERT … VALUES
     */
    record Write(Relation relation, Kind kind, boolean allRows, boolean bounded, Span span) implements DataOperation {}

    enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        MERGE,
        COPY
    }

    /** {@code relation} is null for all of the database. */
    record Vacuum(@Nullable Relation relation, boolean full, boolean analyze, Span span) implements DataOperation {}

    record Analyze(@Nullable Relation relation, Span span) implements DataOperation {}

    record Cluster(@Nullable Relation relation, Span span) implements DataOperation {}
}
