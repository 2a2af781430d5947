package dev.greenlight.graph.order;

import dev.greenlight.graph.Subject;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Rehearsal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one way after the other: one that ends nowhere teaches who must go before whom, and the next one heeds that. */
final class Lessons {
    private static final int MOST_WAYS = 60;

    private final List<Script> scripts;
    private final Rehearsal start;
    private final Footprints footprints;
    private final boolean sending;

    /** For each migration those that must go before. */
    private final Map<Migration, Set<Migration>> learnt = new IdentityHashMap<>();

    private Lessons(List<Script> scripts, Rehearsal start, Footprints footprints, boolean sending) {
        this.scripts = scripts;
        this.start = start;
        this.footprints = footprints;
        this.sending = sending;
    }

    /**
     * The last of the ways that are taken.
     *
     * @param given what is known before
     * @param sending whether what does not go through sends for what it needs, or lets others by
     */
    static Way learn(List<Script> scripts, Rehearsal start, Footprints footprints, Precedences given, boolean sending) {
        Lessons lessons = new Lessons(scripts, start, footprints, sending);
        for (Script script : scripts) {
            Set<Migration> before = new LinkedHashSet<>(given.rightBefore(script.migration()));
            before.addAll(lessons.beforeRepeatable(script));
            lessons.learnt.put(script.migration(), before);
        }
        return lessons.learn();
    }

    /** A repeatable migration goes behind all that are none. */
    private List<Migration> beforeRepeatable(Script script) {
        return script.migration().direction() == Direction.REPEATABLE
                ? scripts.stream()
                        .map(Script::migration)
                        .filter(other -> other.direction() != Direction.REPEATABLE)
                        .toList()
                : List.of();
    }

    private Way learn() {
        Way way = way();
        for (int i = 0; i < MOST_WAYS && !way.isThrough() && hasTaught(way); i++) {
            way = way();
        }
        return way;
    }

    private Way way() {
        Way way = new Way(scripts, start, footprints, learnt);
        if (sending) {
            way.goSending();
        } else {
            way.goLettingBy();
        }
        return way;
    }

    /** Whether a way that ends nowhere teaches anything new. */
    private boolean hasTaught(Way way) {
        boolean taught = false;
        for (Failure failure : way.stuck()) {
            Migration culprit = culprit(failure, way.order());
            if (culprit != null && !needs(failure.migration(), culprit)) {
                taught |= learnt.computeIfAbsent(culprit, key -> new LinkedHashSet<>())
                        .add(failure.migration());
            }
        }
        return taught;
    }

    /** Whether one must go before another already, so that the reverse would be a circle. */
    private boolean needs(Migration migration, Migration other) {
        Set<Migration> reached = new LinkedHashSet<>();
        List<Migration> frontier = new ArrayList<>(List.of(migration));
        while (!frontier.isEmpty()) {
            for (Migration before : learnt.getOrDefault(frontier.removeLast(), Set.of())) {
                if (before == other) {
                    return true;
                }
                if (reached.add(before)) {
                    frontier.add(before);
                }
            }
        }
        return false;
    }

    /** The last that took away what is missing, or did something to the same as what fails. */
    private @Nullable Migration culprit(Failure failure, List<Migration> gone) {
        Missing missing = failure.error().missing();
        Footprint mine = footprints.of(failure.migration());
        return gone.reversed().stream()
                .filter(other -> missing != null
                        ? footprints.of(other).removes(Subject.of(missing))
                        : footprints.of(other).touches().stream().anyMatch(mine.touches()::contains))
                .findFirst()
                .orElse(null);
    }
}
