package dev.greenlight.graph.order;

import dev.greenlight.graph.Event;
import dev.greenlight.graph.Events;
import dev.greenlight.graph.Subject;
import dev.greenlight.replay.MigrationRun;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The names that a migration makes, takes away, and does anything to.
 *
 * @param makes those under which something is there behind it that may not have been before
 * @param renamed the objects that get their names from another, with parts that had been made under that
 * @param removes those under which something may no longer be there
 */
record Footprint(Set<Subject> makes, Set<Subject> renamed, Set<Subject> removes, Set<Subject> touches) {
    static Footprint of(MigrationRun run) {
        Footprint footprint = new Footprint(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        run.allSteps().flatMap(Events::of).forEach(footprint::add);
        return footprint;
    }

    /** With what another run of it shows. */
    Footprint with(Footprint other) {
        return hasAllOf(other)
                ? this
                : new Footprint(
                        union(makes, other.makes),
                        union(renamed, other.renamed),
                        union(removes, other.removes),
                        union(touches, other.touches));
    }

    private boolean hasAllOf(Footprint other) {
        return makes.containsAll(other.makes)
                && renamed.containsAll(other.renamed)
                && removes.containsAll(other.removes)
                && touches.containsAll(other.touches);
    }

    private static Set<Subject> union(Set<Subject> some, Set<Subject> others) {
        Set<Subject> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void add(Event event) {
        Subject subject = Subject.of(event);
        touches.add(subject);
        switch (event.sort()) {
            case MADE -> makes.add(subject);
            case GONE -> removes.add(subject);
            case RENAMED -> {
                Event.NewName name = Objects.requireNonNull(event.newName());
                Subject called = new Subject(event.kind(), name.name(), name.part());
                removes.add(subject);
                makes.add(called);
                renamed.add(called);
                touches.add(called);
            }
            case CHANGED -> {}
        }
    }

    /** Whether both do something to the same object or one of its parts. */
    boolean isNear(Footprint other) {
        return touches.stream()
                .map(Subject::whole)
                .anyMatch(object -> other.touches.stream().map(Subject::whole).anyMatch(object::equals));
    }

    /** Whether something of this name may be there behind it: under a new name all that belongs to it is there too. */
    boolean mayMake(Subject subject) {
        return makes.contains(subject) || renamed.contains(subject.whole());
    }

    /** Whether it makes a part of this name of any object. */
    boolean makesPart(String part) {
        return makes.stream().anyMatch(subject -> part.equals(subject.part()));
    }

    /** What is gone with its object is gone too. */
    boolean removes(Subject subject) {
        return removes.contains(subject) || removes.contains(subject.whole());
    }
}
