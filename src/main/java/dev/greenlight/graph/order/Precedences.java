package dev.greenlight.graph.order;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Which migrations must go before which others, never in a circle; by their numbers in the order that is written. That
 * repeatable ones go behind all others is not among them: it holds anyway. An immutable value.
 */
final class Precedences {
    private final List<Migration> migrations;
    private final Map<Migration, Integer> numbers;
    private final PMap<Integer, PSet<Integer>> followers;

    private Precedences(
            List<Migration> migrations, Map<Migration, Integer> numbers, PMap<Integer, PSet<Integer>> followers) {
        this.migrations = migrations;
        this.numbers = numbers;
        this.followers = followers;
    }

    /** None, of migrations in the order that is written. */
    static Precedences none(List<Script> scripts) {
        Map<Migration, Integer> numbers = new IdentityHashMap<>();
        scripts.forEach(script -> numbers.put(script.migration(), numbers.size()));
        return new Precedences(scripts.stream().map(Script::migration).toList(), numbers, HashTreePMap.empty());
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
        PSet<Integer> more = rightBehind(one.before()).plus(one.after());
        return new Precedences(migrations, numbers, followers.plus(one.before(), more));
    }

    /** With one more, if it can hold with the others. */
    Precedences with(Migration before, Migration after) {
        Precedence one =
                new Precedence(Objects.requireNonNull(numbers.get(before)), Objects.requireNonNull(numbers.get(after)));
        return admits(one) ? with(one) : this;
    }

    /** Those that must go behind one, directly or by way of others. */
    BitSet behind(int number) {
        BitSet reached = new BitSet();
        BitSet frontier = new BitSet();
        frontier.set(number);
        while (!frontier.isEmpty()) {
            int here = frontier.nextSetBit(0);
            frontier.clear(here);
            for (int other : rightBehind(here)) {
                if (!reached.get(other)) {
                    reached.set(other);
                    frontier.set(other);
                }
            }
        }
        return reached;
    }

    private PSet<Integer> rightBehind(int number) {
        return followers.getOrDefault(number, HashTreePSet.empty());
    }

    /** Those of which it is said that they must go before one, in the order that is written. */
    List<Migration> rightBefore(Migration migration) {
        Integer number = Objects.requireNonNull(numbers.get(migration));
        return followers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(number))
                .map(Map.Entry::getKey)
                .sorted()
                .map(migrations::get)
                .toList();
    }

    private boolean isRepeatable(int number) {
        return migrations.get(number).direction() == Direction.REPEATABLE;
    }
}
