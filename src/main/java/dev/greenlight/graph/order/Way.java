package dev.greenlight.graph.order;

import dev.greenlight.graph.Subject;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Rehearsal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One way through the migrations: next comes always the first of those that wait which goes through. */
final class Way {
    private final List<Script> waiting;
    private final Footprints footprints;
    private final Map<Migration, Set<Migration>> lessons;
    private final List<Migration> order = new ArrayList<>();
    private final Map<Migration, Failure> failures = new IdentityHashMap<>();
    /** How many had gone when each was tried last. */
    private final Map<Migration, Integer> tried = new IdentityHashMap<>();

    private Rehearsal moment;

    /** @param lessons for each migration those that must have gone before */
    Way(List<Script> scripts, Rehearsal start, Footprints footprints, Map<Migration, Set<Migration>> lessons) {
        this.waiting = new ArrayList<>(scripts);
        this.moment = start;
        this.footprints = footprints;
        this.lessons = lessons;
    }

    /** Goes as far as it can; what does not go through lets others by. */
    void goLettingBy() {
        while (List.copyOf(waiting).stream().anyMatch(this::goes)) {
            // Whoever went may have made way for an earlier one.
        }
    }

    /** Goes as far as it can; what does not go through sends for what it needs. */
    void goSending() {
        while (List.copyOf(waiting).stream().anyMatch(script -> sends(script, new HashSet<>()))) {
            // As above.
        }
    }

    /** Whether anything has gone: the migration itself, or one that it has sent for. */
    private boolean sends(Script script, Set<Script> senders) {
        if (!waiting.contains(script) || !senders.add(script)) {
            return false;
        }
        boolean gone = goes(script);
        Failure failure = failures.get(script.migration());
        if (!gone && failure != null) {
            for (Script maker : List.copyOf(waiting)) {
                gone |= failure.makers().contains(maker.migration()) && sends(maker, senders);
            }
            if (gone) {
                senders.remove(script);
                sends(script, senders);
            }
        }
        return gone;
    }

    /** Tries one, unless nothing has changed since it was tried. */
    boolean goes(Script script) {
        Migration migration = script.migration();
        boolean allowed = order.containsAll(lessons.getOrDefault(migration, Set.of()));
        return allowed && mayHaveChanged(migration) && attempt(script);
    }

    private boolean mayHaveChanged(Migration migration) {
        Failure failure = failures.get(migration);
        if (failure == null) {
            return true;
        }
        List<Migration> since = order.subList(Objects.requireNonNull(tried.get(migration)), order.size());
        Missing missing = failure.error().missing();
        return missing == null
                ? !since.isEmpty()
                : since.stream().anyMatch(other -> footprints.mayMake(other, Subject.of(missing)));
    }

    private boolean attempt(Script script) {
        Migration migration = script.migration();
        tried.put(migration, order.size());
        Rehearsal.Attempt attempt = moment.run(script);
        Optional<Failure> failed = footprints.firstOfOrder(attempt.run());
        if (failed.isPresent()) {
            failures.put(migration, failed.get());
            return false;
        }
        moment = attempt.behind();
        order.add(migration);
        waiting.remove(script);
        return true;
    }

    boolean isThrough() {
        return waiting.isEmpty();
    }

    List<Migration> order() {
        return Collections.unmodifiableList(order);
    }

    /** Why those that are left do not go through; not those that a lesson alone holds back. */
    List<Failure> stuck() {
        return waiting.stream()
                .map(Script::migration)
                .flatMap(migration -> Optional.ofNullable(failures.get(migration)).stream())
                .toList();
    }
}
