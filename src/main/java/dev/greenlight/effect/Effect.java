package dev.greenlight.effect;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to a live database: of each question the worst answer of its operations.
 *
 * @param locks one for each relation that existed before the statement, sorted by name
 * @param works the most that is done to rows of each relation that others can know, sorted by name
 * @param work the most of it, and of what is done to relations that are not said
 * @param estimate of how long all that takes; null where the size of one of them is not known
 * @param inTransaction whether PostgreSQL takes it in a transaction block
 * @param operations in their order
 */
public record Effect(
        List<RelationLock> locks,
        List<RelationWork> works,
        Work work,
        @Nullable Estimate estimate,
        Blocks blocks,
        Duration duration,
        Reversibility reversibility,
        RunningCode runningCode,
        boolean inTransaction,
        List<OperationEffect> operations) {
    public Effect {
        locks = List.copyOf(locks);
        works = List.copyOf(works);
        operations = List.copyOf(operations);
    }

    /** Without those on indexes and sequences that their tables' locks say already. */
    public List<RelationLock> mainLocks() {
        return locks.stream().filter(lock -> !isImplied(lock)).toList();
    }

    private boolean isImplied(RelationLock lock) {
        long table = switch (lock.relation()) {
            case Index index -> index.table();
            case Sequence sequence -> sequence.ownerTable();
            case Table ignored -> 0;
            case View ignored -> 0;
        };
        return locks.stream()
                .anyMatch(
                        other -> other.relation().oid() == table && other.mode().compareTo(lock.mode()) >= 0);
    }
}
