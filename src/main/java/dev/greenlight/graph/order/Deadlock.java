package dev.greenlight.graph.order;

import dev.greenlight.migration.Migration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Migrations each of which needs something that only others of them make: none of them can be the first, in whatever
 * order.
 */
final class Deadlock {
    private Deadlock() {}

    /** The shortest way in a circle through those that are stuck; empty if there is none that proves it. */
    static List<Failure> of(List<Failure> stuck) {
        Map<Migration, Failure> closed = closed(stuck);
        List<Failure> shortest = List.of();
        for (Failure first : closed.values()) {
            List<Failure> circle = circle(first, closed);
            if (shortest.isEmpty() || circle.size() < shortest.size()) {
                shortest = circle;
            }
        }
        return shortest;
    }

    /** Those that wait for one another alone. */
    private static Map<Migration, Failure> closed(List<Failure> stuck) {
        Map<Migration, Failure> closed = new LinkedHashMap<>();
        stuck.stream()
                .filter(failure -> !failure.makers().isEmpty())
                .forEach(failure -> closed.put(failure.migration(), failure));
        while (closed.values().removeIf(failure -> !closed.keySet().containsAll(failure.makers()))) {
            // Who waited for one that is out is out too.
        }
        return closed;
    }

    /** Goes from need to need until it comes back to where it was. */
    private static List<Failure> circle(Failure first, Map<Migration, Failure> closed) {
        Map<Migration, Integer> places = new IdentityHashMap<>();
        List<Failure> way = new ArrayList<>();
        Failure here = first;
        while (!places.containsKey(here.migration())) {
            places.put(here.migration(), way.size());
            way.add(here);
            here = closed.get(here.makers().getFirst());
        }
        return way.subList(places.get(here.migration()), way.size());
    }
}
