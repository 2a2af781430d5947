package dev.greenlight.effect;

import java.util.List;

/**
 * What a statement does to a live database: of each question the worst answer of its operations.
 *
 * @param locks one for each relation that existed before the statement, sorted by name
 * @param operations in their order
 */
public record Effect(
        List<RelationLock> locks,
        Work work,
        Blocks blocks,
        Duration duration,
        Reversibility reversibility,
        List<OperationEffect> operations) {
    public Effect {
        locks = List.copyOf(locks);
        operations = List.copyOf(operations);
    }
}
