package dev.greenlight.effect;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.LockMode;

/** The strongest lock that is newly taken on a relation; held to the end of the transaction (manual 13.3.1). */
public record RelationLock(Relation relation, LockMode mode) {
    /** Whether it is on a table, and against writers at least. */
    public boolean keepsTableWaiting() {
        return relation instanceof Table && mode.blocksWrites();
    }
}
