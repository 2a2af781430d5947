package dev.greenlight.effect;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.LockMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operation does, before it is asked who can notice. Starts as a change of the catalog alone that can be taken
 * back, and is built up from there.
 *
 * @param works on the rows of which relations
 * @param unplaced work on rows of relations that are not said
 */
record Facts(
        List<RelationLock> locks,
        List<RelationWork> works,
        Work unplaced,
        Duration duration,
        Reversibility reversibility) {
    static final Facts CATALOG = new Facts(List.of(), List.of(), Work.CATALOG, Duration.INSTANT, Reversibility.YES);

    Facts {
        locks = List.copyOf(locks);
        works = List.copyOf(works);
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
        return new Facts(all, works, unplaced, duration, reversibility);
    }

    Facts lockIf(boolean condition, Stream<? extends Relation> relations, LockMode mode) {
        return condition ? lock(relations, mode) : this;
    }

    /** Reads or writes every row of those that have rows, so that it takes the longer the larger they are. */
    Facts works(Work work, Stream<? extends Relation> relations) {
        List<RelationWork> more = relations
                .filter(Facts::holdsRows)
                .map(relation -> new RelationWork(relation, work))
                .toList();
        if (more.isEmpty()) {
            return this;
        }
        List<RelationWork> all = new ArrayList<>(works);
        all.addAll(more);
        return new Facts(locks, all, unplaced, Duration.GROWS, reversibility);
    }

    Facts worksIf(boolean condition, Work work, Stream<? extends Relation> relations) {
        return condition ? works(work, relations) : this;
    }

    /** The same where it is not said of which relations. */
    Facts works(Work work) {
        return new Facts(locks, works, work, Duration.GROWS, reversibility);
    }

    /** A partitioned table has no rows but those of its partitions, and a foreign one has them elsewhere. */
    static boolean holdsRows(Relation relation) {
        return relation instanceof Table table && table.kind() == Table.Kind.ORDINARY
                || relation instanceof View view && view.materialized();
    }

    /** Waits for others, however long they take. */
    Facts waits() {
        return new Facts(locks, works, unplaced, Duration.UNBOUNDED, reversibility);
    }

    Facts losesData() {
        return new Facts(locks, works, unplaced, duration, Reversibility.LOSES_DATA);
    }

    Facts losesDataIf(boolean condition) {
        return condition ? losesData() : this;
    }

    Facts cannotBeUndone() {
        return new Facts(locks, works, unplaced, duration, Reversibility.NO);
    }
}
