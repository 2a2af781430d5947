package dev.greenlight.lint;

import dev.greenlight.effect.Blocks;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.replay.Step;

/**
 * How long a lock is held that others can run into.
 *
 * @param since the statement that takes it; one of an earlier migration where their tool gives both one transaction
 * @param first the first statement of the migration during which it is held, from 0
 * @param last the last one
 * @param beyond whether it is still held when the next migration begins, as the tool gives both one transaction
 */
public record LockHold(RelationLock lock, Step since, int first, int last, boolean beyond) {
    /** Who waits meanwhile. */
    public Blocks blocks() {
        return Blocks.by(lock);
    }

    /** Whether it is held while other statements run. */
    public boolean outlastsItsStatement() {
        return last > first || beyond;
    }
}
