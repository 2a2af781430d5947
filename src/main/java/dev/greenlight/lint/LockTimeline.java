package dev.greenlight.lint;

import dev.greenlight.effect.HeldLock;
import dev.greenlight.effect.HeldLocks;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Judged;
import dev.greenlight.sql.TransactionStatement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows which locks are held from which statement to which, one migration after another. Those that only a VACUUM or
 * another change of the table would wait for begin with SHARE UPDATE EXCLUSIVE; weaker ones are no news.
 */
final class LockTimeline {
    private int transaction = -1;
    private HeldLocks held = HeldLocks.NONE;

    /** In the order in which they are taken; asked of migrations in their order. */
    List<LockHold> of(List<Judged> statements) {
        Map<HeldLock, Integer> last = new IdentityHashMap<>();
        Map<HeldLock, Integer> first = new IdentityHashMap<>();
        List<HeldLock> taken = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Judged statement = statements.get(i);
            enter(statement.step());
            held = held.after(statement.step(), statement.effect());
            for (HeldLock lock : held.all()) {
                if (first.putIfAbsent(lock, i) == null) {
                    taken.add(lock);
                }
                last.put(lock, i);
            }
        }
        boolean goesOn = !statements.isEmpty() && goesOn(statements.getLast().step());
        int end = statements.size() - 1;
        return taken.stream()
                .filter(lock -> lock.lock().mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
                .map(lock -> new LockHold(
                        lock.lock(), lock.since(), first.get(lock), last.get(lock), goesOn && last.get(lock) == end))
                .toList();
    }

    private void enter(Step step) {
        if (step.transaction() != transaction) {
            transaction = step.transaction();
            held = HeldLocks.NONE;
        }
    }

    private static boolean goesOn(Step step) {
        boolean ends = step.statement() instanceof TransactionStatement.Commit
                || step.statement() instanceof TransactionStatement.Rollback;
        return !ends && step.transactionBlock() && step.entry().section().transaction() == TransactionMode.RUN;
    }
}
