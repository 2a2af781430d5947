package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on rows, and upkeep of the files that hold them. */
public sealed interface DataOperation extends Operation {
    /**
     * @param forUpdate whether its rows are locked too (ROW SHARE)
     * @param stage how far the query gets
     */
    record Read(Relation relation, boolean forUpdate, Stage stage, Span span) implements DataOperation {}

    /** How far a query gets. */
    enum Stage {
        /** Its names are looked up. */
        ANALYZED,
        PLANNED,
        RUN
    }

    /**
     * @param allRows an UPDATE or DELETE without WHERE, or with one that is always true
     * @param bounded whether the number of rows is written in the statement, as in INSERT … VALUES
     * @param only whether the rows of tables that inherit from it stay as they are
     * @param columns those that are set or listed, by name; empty if none is
     */
    record Write(
            Relation relation,
            Kind kind,
            boolean allRows,
            boolean bounded,
            boolean only,
            List<String> columns,
            Span span)
            implements DataOperation {}

    enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        MERGE,
        COPY
    }

    /** {@code nextval}, {@code setval} and {@code currval} (manual 9.17). */
    record UseSequence(Relation sequence, Span span) implements DataOperation {}

    /** {@code relation} is null for all of the database. */
    record Vacuum(@Nullable Relation relation, boolean full, boolean analyze, Span span) implements DataOperation {}

    record Analyze(@Nullable Relation relation, Span span) implements DataOperation {}

    record Cluster(@Nullable Relation relation, Span span) implements DataOperation {}
}
