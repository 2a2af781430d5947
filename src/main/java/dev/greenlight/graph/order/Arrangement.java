package dev.greenlight.graph.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts migrations in an order that heeds precedences, moving as few of them as these make necessary. Two that stand the
 * wrong way round cannot both stay; "stands before one that must go before it" is a partial order, so that those that stay
 * are a longest antichain, which a matching of its pairs yields (the theorems of Dilworth and Kőnig).
 */
final class Arrangement {
    private final List<BitSet> behind = new ArrayList<>();
    private final BitSet moved;
    private final BitSet placed = new BitSet();
    private final List<Integer> order = new ArrayList<>();

    private Arrangement(int count, Precedences precedences) {
        for (int i = 0; i < count; i++) {
            behind.add(precedences.behind(i));
        }
        this.moved = WrongPairs.of(behind).fewestOfAll();
    }

    /**
     * @param order the numbers of the migrations
     * @param moves how many of them have been moved
     */
    record Result(List<Integer> order, int moves) {}

    static Result of(int count, Precedences precedences) {
        Arrangement arrangement = new Arrangement(count, precedences);
        arrangement.place();
        return new Result(List.copyOf(arrangement.order), arrangement.moved.cardinality());
    }

    /** What others wait for comes right before them, and what only waits itself right behind what it waits for. */
    private void place() {
        SortedMap<Integer, BitSet> waiting = waiting();
        for (int i = 0; i < behind.size(); i++) {
            if (!moved.get(i)) {
                placeBefore(i);
                place(i);
                release(waiting);
            }
        }
    }

    /** Those that move and that none which stays has to follow, with what they follow themselves. */
    private SortedMap<Integer, BitSet> waiting() {
        SortedMap<Integer, BitSet> waiting = new TreeMap<>();
        for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
            BitSet staying = (BitSet) behind.get(i).clone();
            staying.andNot(moved);
            if (staying.isEmpty()) {
                waiting.put(i, before(i));
            }
        }
        return waiting;
    }

    private BitSet before(int number) {
        BitSet before = new BitSet();
        for (int i = 0; i < behind.size(); i++) {
            before.set(i, behind.get(i).get(number));
        }
        return before;
    }

    private void placeBefore(int number) {
        for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
            if (!placed.get(i) && behind.get(i).get(number)) {
                placeBefore(i);
                place(i);
            }
        }
    }

    /** Places those for which nothing is missing any more; each may be what another waits for. */
    private void release(SortedMap<Integer, BitSet> waiting) {
        while (waiting.entrySet().removeIf(one -> isReady(one.getValue()) && place(one.getKey()))) {
            // As said.
        }
    }

    private boolean isReady(BitSet before) {
        BitSet missing = (BitSet) before.clone();
        missing.andNot(placed);
        return missing.isEmpty();
    }

    private boolean place(int number) {
        placed.set(number);
        return order.add(number);
    }
}
