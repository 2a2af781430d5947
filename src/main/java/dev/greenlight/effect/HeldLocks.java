package dev.greenlight.effect;

import dev.greenlight.replay.Step;
import dev.greenlight.sql.TransactionStatement;
import java.util.Collection;
import java.util.List;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a transaction keeps locked after one of its statements. Locks are given back at its end alone, or with all that
 * came after a savepoint (manual 13.3.1); code that catches an error gives back what it took until then, which is not
 * followed here.
 *
 * @param byRelation the strongest lock on each, by its oid, in the order in which they were first locked
 */
public record HeldLocks(PMap<Long, HeldLock> byRelation, PVector<Savepoint> savepoints) {
    public static final HeldLocks NONE = new HeldLocks(OrderedPMap.empty(), TreePVector.empty());

    /** What was held at a savepoint. */
    public record Savepoint(String name, PMap<Long, HeldLock> byRelation) {}

    public Collection<HeldLock> all() {
        return byRelation.values();
    }

    /** Those on tables that keep writers waiting at least. */
    public List<HeldLock> keepingTablesWaiting() {
        return byRelation.values().stream()
                .filter(held -> held.lock().keepsTableWaiting())
                .toList();
    }

    public HeldLocks after(Step step, Effect effect) {
        PMap<Long, HeldLock> held = byRelation;
        for (RelationLock lock : effect.mainLocks()) {
            if (!step.isPrivate(lock.relation())) {
                HeldLock taken = new HeldLock(lock, step);
                HeldLock earlier = held.get(lock.relation().oid());
                held = held.plus(lock.relation().oid(), earlier == null ? taken : HeldLock.stronger(earlier, taken));
            }
        }
        return new HeldLocks(held, savepoints).after(step);
    }

    private HeldLocks after(Step step) {
        if (!(step.statement() instanceof TransactionStatement statement)
                || step.error().isPresent()) {
            return this;
        }
        return switch (statement) {
            case TransactionStatement.Savepoint savepoint ->
                new HeldLocks(
                        byRelation,
                        savepoints.plus(new Savepoint(savepoint.name().value(), byRelation)));
            case TransactionStatement.RollbackTo back ->
                rolledBackTo(back.name().value());
            case TransactionStatement.Begin ignored -> this;
            case TransactionStatement.Commit ignored -> this;
            case TransactionStatement.Rollback ignored -> this;
            case TransactionStatement.ReleaseSavepoint ignored -> this;
            case TransactionStatement.TwoPhase ignored -> this;
        };
    }

    /** The newest of that name; it stays, those after it go. */
    private HeldLocks rolledBackTo(String name) {
        for (int i = savepoints.size() - 1; i >= 0; i--) {
            if (savepoints.get(i).name().equals(name)) {
                return new HeldLocks(savepoints.get(i).byRelation(), TreePVector.from(savepoints.subList(0, i + 1)));
            }
        }
        return this;
    }
}
