package dev.greenlight.graph;

import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a history did to the things that a statement is about, up to that statement: why it does what it does. */
public final class Chain {
    private final Set<Subject> open;
    private final List<Link> links = new ArrayList<>();

    private Chain(Set<Subject> open) {
        this.open = open;
    }

    /**
     * What one statement did to them.
     *
     * @param operations in their order; never empty
     */
    public record Link(Step step, List<Operation> operations) {
        public Link {
            operations = List.copyOf(operations);
        }
    }

    /**
     * The links that lead to a step, oldest first.
     *
     * @param before what ran before it, in order
     */
    public static List<Link> to(Step step, List<Step> before) {
        Chain chain = new Chain(Subjects.of(step));
        before.reversed().forEach(chain::look);
        return chain.links.reversed();
    }

    /** Goes back in time: names are those that things had behind the step, and become those before it. */
    private void look(Step step) {
        List<Operation> found = new ArrayList<>();
        for (Operation operation : step.operations().reversed()) {
            List<Event> events =
                    Events.of(operation).stream().filter(this::concerns).toList();
            if (!events.isEmpty() && !(operation instanceof TableOperation.ChangeTable)) {
                found.add(operation);
                events.forEach(this::goBehind);
            }
        }
        if (!found.isEmpty()) {
            Collections.reverse(found);
            links.add(new Link(step, found));
        }
    }

    /** Whether it made or changed one of them, or took away the name under which one is missed. */
    private boolean concerns(Event event) {
        return open.contains(after(event)) || open.contains(Subject.of(event));
    }

    private static Subject after(Event event) {
        Event.NewName name = event.newName();
        return name == null ? Subject.of(event) : new Subject(event.kind(), name.name(), name.part());
    }

    private void goBehind(Event event) {
        switch (event.sort()) {
            case MADE -> open.removeIf(subject -> subject.equals(after(event)) || subject.isWithin(after(event)));
            case RENAMED -> {
                if (open.contains(after(event))) {
                    rename(event);
                }
            }
            case CHANGED, GONE -> {}
        }
    }

    private void rename(Event event) {
        if (event.part() != null) {
            open.remove(after(event));
            open.add(Subject.of(event));
            return;
        }
        List<Subject> moved =
                open.stream().filter(subject -> subject.isWithin(after(event))).toList();
        moved.forEach(open::remove);
        moved.forEach(subject -> open.add(subject.under(event.name())));
    }
}
