package dev.greenlight.graph.order;

import dev.greenlight.migration.Migration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the fewest migrations whose move makes one order of another: all but a longest part that stays as it is. */
final class Moves {
    private Moves() {}

    /** @param movable those that may move; the others stand in both orders in the same one */
    static List<Move> between(List<Migration> from, List<Migration> to, Predicate<Migration> movable) {
        Map<Migration, Integer> places = new IdentityHashMap<>();
        from.forEach(migration -> places.put(migration, places.size()));
        int[] sequence = to.stream().mapToInt(places::get).toArray();
        Set<Integer> staying = staying(from, to, sequence, movable);
        List<Move> moves = new ArrayList<>();
        @Nullable Migration next = null;
        for (int i = sequence.length - 1; i >= 0; i--) {
            if (staying.contains(i)) {
                next = to.get(i);
            } else {
                moves.add(new Move(to.get(i), next));
            }
        }
        return moves.reversed();
    }

    /** As many as can stay with all that may not move: those with as many of them before them as ever. */
    private static Set<Integer> staying(
            List<Migration> from, List<Migration> to, int[] sequence, Predicate<Migration> movable) {
        int[] before = fixedBefore(from, movable);
        int[] now = fixedBefore(to, movable);
        int[] able = IntStream.range(0, sequence.length)
                .filter(i -> before[sequence[i]] == now[i])
                .toArray();
        int[] rest = IntStream.of(able).map(i -> sequence[i]).toArray();
        return longestRising(rest).stream().map(i -> able[i]).collect(Collectors.toSet());
    }

    /** For each place how many that may not move stand before it. */
    private static int[] fixedBefore(List<Migration> order, Predicate<Migration> movable) {
        int[] counts = new int[order.size()];
        for (int i = 1; i < counts.length; i++) {
            counts[i] = counts[i - 1] + (movable.test(order.get(i - 1)) ? 0 : 1);
        }
        return counts;
    }

    /** The indexes of a longest rising part of a sequence of different numbers. */
    private static Set<Integer> longestRising(int[] sequence) {
        int[] previous = new int[sequence.length];
        int[] ends = new int[sequence.length + 1];
        int longest = 0;
        for (int i = 0; i < sequence.length; i++) {
            int low = 1;
            int high = longest;
            while (low <= high) {
                int middle = (low + high) / 2;
                if (sequence[ends[middle]] < sequence[i]) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            previous[i] = low == 1 ? -1 : ends[low - 1];
            ends[low] = i;
            longest = Math.max(longest, low);
        }
        Set<Integer> rising = new HashSet<>();
        for (int i = longest == 0 ? -1 : ends[longest]; i >= 0; i = previous[i]) {
            rising.add(i);
        }
        return rising;
    }
}
