package dev.greenlight.effect;

import dev.greenlight.replay.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one operation does.
 *
 * @param locks on relations that existed before the statement
 * @param works on rows of relations that others can know
 * @param work the most of it, and of what is done to relations that are not said
 * @param estimate of how long that takes; null where the size of one of them is not known
 * @param blocks what its locks on relations that others can know keep waiting
 */
public record OperationEffect(
        Operation operation,
        List<RelationLock> locks,
        List<RelationWork> works,
        Work work,
        @Nullable Estimate estimate,
        Blocks blocks,
        Duration duration,
        Reversibility reversibility,
        RunningCode runningCode) {
    public OperationEffect {
        locks = List.copyOf(locks);
        works = List.copyOf(works);
    }
}
