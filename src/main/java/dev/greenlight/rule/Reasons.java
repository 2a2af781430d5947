package dev.greenlight.rule;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.effect.Blocks;
import dev.greenlight.effect.Duration;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.OperationEffect;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.effect.Work;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Why a statement can be yellow although no rule has anything to say: what it does is right, and still needs care. They
 * have no page, because nobody is to act on them.
 */
final class Reasons {
    /** It works for a time that grows with a table, or waits for others, and blocks nobody meanwhile. */
    static final String WORKS_LONG = "works-long";

    /** Its transaction holds locks that keep writers of several tables waiting. */
    static final String STRONG_LOCKS_TOGETHER = "strong-locks-together";

    /** It was not parsed, or what it does cannot be known. */
    static final String NOT_UNDERSTOOD = "not-understood";

    private Reasons() {}

    /**
     * @param locked the tables that the transaction had locked against writers before this statement, by oid; those that
     *     the statement locks are added
     */
    static List<String> of(Step step, Effect effect, Set<Long> locked) {
        List<String> reasons = new ArrayList<>();
        if (isNotUnderstood(step)) {
            reasons.add(NOT_UNDERSTOOD);
        }
        if (locksOneMore(step, effect, locked)) {
            reasons.add(STRONG_LOCKS_TOGETHER);
        }
        if (effect.operations().stream().anyMatch(Reasons::worksLong)) {
            reasons.add(WORKS_LONG);
        }
        return reasons;
    }

    private static boolean isNotUnderstood(Step step) {
        return switch (step.outcome()) {
            case Outcome.NotRead ignored ->
                !(step.statement() instanceof Unread.MetaCommand command) || command.leadsElsewhere();
            case Outcome.Opaque ignored -> step.before().tables().anyMatch(table -> !step.isPrivate(table));
            case Outcome.Applied ignored -> false;
            case Outcome.Skipped ignored -> false;
            case Outcome.Failed ignored -> false;
        };
    }

    /** A query that reads is no work of the migration's that others could notice. */
    private static boolean worksLong(OperationEffect effect) {
        return effect.blocks() == Blocks.NOTHING
                && effect.duration() != Duration.INSTANT
                && !(effect.operation() instanceof DataOperation.Read)
                && (effect.work() != Work.CATALOG || effect.duration() == Duration.UNBOUNDED);
    }

    private static boolean locksOneMore(Step step, Effect effect, Set<Long> locked) {
        boolean added = false;
        for (RelationLock lock : effect.locks()) {
            Relation relation = lock.relation();
            if (relation instanceof Table && lock.mode().blocksWrites() && !step.isPrivate(relation)) {
                added |= locked.add(relation.oid());
            }
        }
        return added && locked.size() > 1;
    }
}
