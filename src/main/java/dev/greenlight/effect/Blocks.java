package dev.greenlight.effect;

import dev.greenlight.catalog.Sequence;
import java.util.Locale;

/** Whose statements wait while a lock is held. */
public enum Blocks {
    NOTHING,
    WRITES,
    READS_AND_WRITES;

    /**
     * What a lock on a table or view keeps waiting. One on an index counts as one on its table: to plan any query all
     * indexes of its tables are locked as these are (manual REINDEX). A sequence that cannot give a next value keeps
     * inserts waiting.
     */
    public static Blocks by(RelationLock lock) {
        if (lock.mode().blocksReads() && !(lock.relation() instanceof Sequence)) {
            return READS_AND_WRITES;
        }
        return lock.mode().blocksWrites() ? WRITES : NOTHING;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
