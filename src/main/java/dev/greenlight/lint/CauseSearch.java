package dev.greenlight.lint;

import dev.greenlight.lint.MixedHistory.Part;
import dev.greenlight.lint.MixedHistory.Slot;
import dev.greenlight.migration.Script;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds what makes a statement fail that did not fail before: first the migration, then the statement in it, each time
 * the fewest with which it fails. The states in between are replayed, and not argued about.
 */
final class CauseSearch {
    private final MixedHistory history;

    CauseSearch(MixedHistory history) {
        this.history = history;
    }

    Cause of(StatementPlace broken) {
        int all = history.changed().size();
        if (history.isExhausted()
                || history.failures(0).contains(broken)
                || !history.failures(all).contains(broken)) {
            return new Cause.Other();
        }
        int first = first(0, all, count -> history.failures(count).contains(broken)) - 1;
        Slot slot = history.changed().get(first);
        return slot.now()
                .map(now -> within(first, slot, now, broken))
                .orElseGet(() -> new Cause.Deletion(path(slot.before().orElseThrow())));
    }

    private Cause within(int index, Slot slot, Script now, StatementPlace broken) {
        IntPredicate fails = count -> history.failures(index, Part.NOW, count).contains(broken);
        if (!fails.test(0)) {
            return statement(now, 0, fails);
        }
        return slot.before()
                .map(before -> needed(index, before, now, fails, broken))
                .orElseGet(Cause.Other::new);
    }

    private static Cause statement(Script script, int good, IntPredicate fails) {
        int bad = first(good, script.entries().size(), fails);
        return at(script, bad - 1);
    }

    private static Cause at(Script script, int index) {
        int start = script.entries().get(index).statement().span().start();
        return new Cause.Statement(StatementPlace.of(script.migration(), start));
    }

    /** It needs what a statement of the file did before. Either that is gone, or another one undoes it now. */
    private Cause needed(int index, Script before, Script now, IntPredicate fails, StatementPlace broken) {
        IntPredicate passes =
                count -> !history.failures(index, Part.BEFORE, count).contains(broken);
        int needed = first(0, before.entries().size(), passes) - 1;
        List<String> texts = texts(now);
        int kept = texts.indexOf(texts(before).get(needed));
        if (kept >= 0 && !fails.test(kept + 1)) {
            return statement(now, kept + 1, fails);
        }
        return replacement(texts(before), texts, needed, now);
    }

    /** What stands now where the statement stood, among those that are not as before. */
    private static Cause replacement(List<String> before, List<String> now, int needed, Script script) {
        int head = alike(before, now);
        int tail = Math.min(alike(before.reversed(), now.reversed()), Math.min(before.size(), now.size()) - head);
        int last = now.size() - tail - 1;
        int place = Math.min(Math.max(needed, head), last);
        return place < head ? new Cause.Loss(path(script)) : at(script, place);
    }

    private static int alike(List<String> some, List<String> others) {
        int count = 0;
        while (count < Math.min(some.size(), others.size()) && some.get(count).equals(others.get(count))) {
            count++;
        }
        return count;
    }

    private static List<String> texts(Script script) {
        return script.entries().stream()
                .map(entry -> script.migration().file().text(entry.statement().span()))
                .toList();
    }

    private static String path(Script script) {
        return script.migration().path();
    }

    /** The fewest that answer to it, of more than {@code none}, which do not, and at most {@code all}, which do. */
    private static int first(int none, int all, IntPredicate answers) {
        int low = none;
        int high = all;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (answers.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
