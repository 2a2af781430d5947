package dev.greenlight.replay;

import dev.greenlight.source.Span;

/**
 * One elementary thing that a statement did, with every name resolved: an ALTER TABLE of three actions is three, a
 * DROP … CASCADE one for each object that goes. What locks, works, loses and can be undone is told from these alone,
 * so a statement inside a DO block is judged like one outside.
 *
 * <p>Relations, columns and constraints in it are as they were right before the operation; what it makes is as it is
 * right after.
 */
public sealed interface Operation
        permits TableOperation, ColumnOperation, ConstraintOperation, IndexOperation, ObjectOperation, DataOperation {
    /** The clause or name in the statement that brought it about. */
    Span span();
}
