package dev.greenlight.rule;

import dev.greenlight.effect.RelationLock;
import dev.greenlight.replay.Step;

/** A lock on a table that others can know, from the statement that took it to the end of its transaction. */
public record HeldLock(RelationLock lock, Step since) {
    static HeldLock stronger(HeldLock first, HeldLock second) {
        boolean same = first.lock().mode().strongest(second.lock().mode())
                == first.lock().mode();
        return same ? first : second;
    }
}
