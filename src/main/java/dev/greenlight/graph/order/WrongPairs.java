package dev.greenlight.graph.order;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The pairs of migrations that stand the wrong way round, as two sides of a graph: each that stands too early, and all that
 * must go before it and stand behind it.
 */
final class WrongPairs {
    private static final int NONE = -1;

    /** Of each that stands too early those that stand too late. */
    private final BitSet[] late;

    /** The matching: of each that stands too early one that stands too late, and back. */
    private final int[] lateOf;

    private final int[] earlyOf;

    private WrongPairs(BitSet[] late) {
        this.late = late;
        this.lateOf = new int[late.length];
        this.earlyOf = new int[late.length];
        Arrays.fill(lateOf, NONE);
        Arrays.fill(earlyOf, NONE);
    }

    /** @param behind of each migration those that must go behind it */
    static WrongPairs of(List<BitSet> behind) {
        BitSet[] late = new BitSet[behind.size()];
        Arrays.setAll(late, i -> new BitSet());
        for (int i = 0; i < late.length; i++) {
            BitSet followers = behind.get(i);
            for (int early = followers.nextSetBit(0);
                    early >= 0 && early < i;
                    early = followers.nextSetBit(early + 1)) {
                late[early].set(i);
            }
        }
        return new WrongPairs(late);
    }

    /** The fewest migrations of which one is in each pair; where it could be either, the one that stands too late. */
    BitSet fewestOfAll() {
        for (int early = 0; early < late.length; early++) {
            match(early, new BitSet());
        }
        BitSet reachedEarly = new BitSet();
        BitSet reachedLate = new BitSet();
        BitSet allLate = new BitSet();
        Arrays.stream(late).forEach(allLate::or);
        for (int one = allLate.nextSetBit(0); one >= 0; one = allLate.nextSetBit(one + 1)) {
            if (earlyOf[one] == NONE) {
                reach(one, reachedEarly, reachedLate);
            }
        }
        allLate.andNot(reachedLate);
        allLate.or(reachedEarly);
        return allLate;
    }

    /** Finds a partner for one, if others have to take another for it. */
    private boolean match(int early, BitSet asked) {
        for (int one = late[early].nextSetBit(0); one >= 0; one = late[early].nextSetBit(one + 1)) {
            if (!asked.get(one)) {
                asked.set(one);
                if (earlyOf[one] == NONE || match(earlyOf[one], asked)) {
                    earlyOf[one] = early;
                    lateOf[early] = one;
                    return true;
                }
            }
        }
        return false;
    }

    /** Goes from one that has no partner by turns along any pair and along one of partners. */
    private void reach(int lateOne, BitSet reachedEarly, BitSet reachedLate) {
        reachedLate.set(lateOne);
        for (int early = 0; early < late.length; early++) {
            if (late[early].get(lateOne) && !reachedEarly.get(early)) {
                reachedEarly.set(early);
                if (!reachedLate.get(lateOf[early])) {
                    reach(lateOf[early], reachedEarly, reachedLate);
                }
            }
        }
    }
}
