package dev.greenlight.graph.order;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import java.util.BitSet;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Which migrations must go before which others, never in a circle; by their numbers in the order that is written. That
 * repeatable ones go behind all others is not among them: it holds anyway.
 */
final class Precedences {
    private final List<Script> scripts;
    private final PMap<Integer, PSet<Integer>> followers;

    private Precedences(List<Script> scripts, PMap<Integer, PSet<Integer>> followers) {
        this.scripts = scripts;
        this.followers = followers;
    }

    /** None, of scripts in the order that is written. */
    static Precedences none(List<Script> scripts) {
        return new Precedences(scripts, HashTreePMap.empty());
    }

    /** One migration before another. */
    record Precedence(int before, int after) {}

    /** Whether it can hold with those that there are. */
    boolean admits(Precedence one) {
        return one.before() != one.after()
                && (!isRepeatable(one.before()) || isRepeatable(one.after()))
                && !behind(one.after()).get(one.before());
    }

    Precedences with(Precedence one) {
        PSet<Integer> more = next(one.before()).plus(one.after());
        return new Precedences(scripts, followers.plus(one.before(), more));
    }

    /** Those that must go behind one, directly or by way of others. */
    BitSet behind(int number) {
        BitSet reached = new BitSet();
        BitSet frontier = new BitSet();
        frontier.set(number);
        while (!frontier.isEmpty()) {
            int here = frontier.nextSetBit(0);
            frontier.clear(here);
            for (int other : next(here)) {
                if (!reached.get(other)) {
                    reached.set(other);
                    frontier.set(other);
                }
            }
        }
        return reached;
    }

    private PSet<Integer> next(int number) {
        return followers.getOrDefault(number, HashTreePSet.empty());
    }

    private boolean isRepeatable(int number) {
        return migration(number).direction() == Direction.REPEATABLE;
    }

    private Migration migration(int number) {
        return scripts.get(number).migration();
    }
}
