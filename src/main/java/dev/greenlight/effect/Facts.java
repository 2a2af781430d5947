package dev.greenlight.effect;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.LockMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operation does, before it is asked who can notice. Starts as a change of the catalog alone that can be taken
 * back, and is built up from there.
 */
record Facts(List<RelationLock> locks, Work work, Duration duration, Reversibility reversibility) {
    static final Facts CATALOG = new Facts(List.of(), Work.CATALOG, Duration.INSTANT, Reversibility.YES);

    Facts {
        locks = List.copyOf(locks);
    }

    static Facts locking(Relation relation, LockMode mode) {
        return CATALOG.lock(relation, mode);
    }

    Facts lock(Relation relation, LockMode mode) {
        return locking(List.of(new RelationLock(relation, mode)));
    }

    Facts lock(Stream<? extends Relation> relations, LockMode mode) {
        return locking(
                relations.map(relation -> new RelationLock(relation, mode)).toList());
    }

    private Facts locking(List<RelationLock> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<RelationLock> all = new ArrayList<>(locks);
        all.addAll(more);
        return new Facts(all, work, duration, reversibility);
    }

    Facts lockIf(boolean condition, Stream<? extends Relation> relations, LockMode mode) {
        return condition ? lock(relations, mode) : this;
    }

    /** Reads or writes every row, so that it takes the longer the larger the table. What is more work counts. */
    Facts works(Work newWork) {
        boolean more = newWork.compareTo(work) > 0;
        return new Facts(locks, more ? newWork : work, Duration.GROWS, reversibility);
    }

    Facts worksIf(boolean condition, Work newWork) {
        return condition ? works(newWork) : this;
    }

    /** Waits for others, however long they take. */
    Facts waits() {
        return new Facts(locks, work, Duration.UNBOUNDED, reversibility);
    }

    Facts losesData() {
        return new Facts(locks, work, duration, Reversibility.LOSES_DATA);
    }

    Facts losesDataIf(boolean condition) {
        return condition ? losesData() : this;
    }

    Facts cannotBeUndone() {
        return new Facts(locks, work, duration, Reversibility.NO);
    }
}
