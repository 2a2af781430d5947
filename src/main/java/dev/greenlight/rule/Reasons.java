package dev.greenlight.rule;

import dev.greenlight.effect.Blocks;
import dev.greenlight.effect.Duration;
import dev.greenlight.effect.OperationEffect;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.effect.Work;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.HashSet;
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

    /** From here on PostgreSQL rejects rows that it took before. */
    static final String NEW_CONSTRAINT = "new-constraint";

    /** It was not parsed, or what it does cannot be known. */
    static final String NOT_UNDERSTOOD = "not-understood";

    private Reasons() {}

    static List<String> of(Change change) {
        List<String> reasons = new ArrayList<>();
        if (isNotUnderstood(change.step())) {
            reasons.add(NOT_UNDERSTOOD);
        }
        if (locksOneMore(change)) {
            reasons.add(STRONG_LOCKS_TOGETHER);
        }
        if (change.effect().operations().stream().anyMatch(Reasons::worksLong)) {
            reasons.add(WORKS_LONG);
        }
        if (change.operations(ConstraintOperation.AddConstraint.class).anyMatch(add -> rejectsMore(change, add))) {
            reasons.add(NEW_CONSTRAINT);
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
                && effect.duration().isLong()
                && !(effect.operation() instanceof DataOperation.Read)
                && (effect.work() != Work.CATALOG || effect.duration() == Duration.UNBOUNDED);
    }

    private static boolean locksOneMore(Change change) {
        Set<Long> locked = new HashSet<>();
        change.held().forEach(held -> locked.add(held.lock().relation().oid()));
        boolean added = false;
        for (RelationLock lock : change.effect().locks()) {
            if (lock.keepsTableWaiting() && change.isLive(lock.relation())) {
                added |= locked.add(lock.relation().oid());
            }
        }
        return added && locked.size() > 1;
    }

    /** One that is validated is a rule's to judge. Code that runs knows nothing of a column that is new itself. */
    private static boolean rejectsMore(Change change, ConstraintOperation.AddConstraint add) {
        return !add.constraint().validated()
                && change.isLive(add.table())
                && change.operations(ColumnOperation.AddColumn.class)
                        .noneMatch(column -> column.table().oid() == add.table().oid()
                                && add.constraint()
                                        .columns()
                                        .contains(column.column().number()));
    }
}
