package dev.greenlight.effect;

import dev.greenlight.replay.Step;

/**
 * A lock on a relation that others can know, from the statement that took it to the end of its transaction, or to where
 * a stronger one takes its place.
 */
public record HeldLock(RelationLock lock, Step since) {
    static HeldLock stronger(HeldLock first, HeldLock second) {
        boolean same = first.lock().mode().strongest(second.lock().mode())
                == first.lock().mode();
        return same ? first : second;
    }
}
