package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.View;
import dev.greenlight.graph.ViewCircle.Member;
import dev.greenlight.graph.ViewCircle.OfRoutine;
import dev.greenlight.graph.ViewCircle.OfView;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.RoutineReferences;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The circles of views and routines that a history leaves. Of routines only those are read that a view leads to; of
 * names that several routines have it is not known which is meant, and what is not certain is left out.
 */
public final class ViewCircles {
    private final Catalog catalog;
    private final HistoryRun history;
    private final RoutineReferences references;
    private final Map<Member, List<Member>> named = new LinkedHashMap<>();

    private ViewCircles(HistoryRun history) {
        this.history = history;
        this.catalog = history.result();
        this.references = new RoutineReferences(history);
    }

    /** For each view that is in one the shortest, each once. */
    static List<ViewCircle> of(HistoryRun history) {
        ViewCircles circles = new ViewCircles(history);
        circles.read();
        circles.prune();
        return circles.shortest();
    }

    private void read() {
        Deque<Member> open = new ArrayDeque<>();
        catalog.views().flatMap(view -> view(view).stream()).forEach(open::add);
        while (!open.isEmpty()) {
            Member member = open.remove();
            if (!named.containsKey(member)) {
                List<Member> next = namedBy(member).distinct().toList();
                named.put(member, next);
                open.addAll(next);
            }
        }
    }

    private Stream<Member> namedBy(Member member) {
        return switch (member) {
            case OfView of -> namedBy(of.view().needs());
            case OfRoutine of ->
                Stream.concat(
                        namedBy(of.routine().needs()),
                        references.of(of.routine()).stream().flatMap(this::namedBy));
        };
    }

    private Stream<Member> namedBy(Needs needs) {
        Stream<Member> views = needs.relations().stream()
                .flatMap(part -> catalog.relation(part.relation()).stream())
                .flatMap(relation -> relation instanceof View view ? view(view).stream() : Stream.empty());
        return Stream.concat(views, needs.routines().stream().flatMap(name -> routine(name).stream()));
    }

    private Stream<Member> namedBy(Reference reference) {
        if (!RoutineReferences.isRelation(reference)) {
            return reference.type() == ObjectType.FUNCTION ? routine(reference.name()).stream() : Stream.empty();
        }
        return catalog.relation(reference.name()).stream()
                .flatMap(relation -> relation instanceof View view ? view(view).stream() : Stream.empty());
    }

    private Optional<Member> view(View view) {
        boolean certain =
                view.origin() != null && view.complete() && history.certainty().isOf(ObjectType.VIEW, view.name());
        return certain ? Optional.of(new OfView(view)) : Optional.empty();
    }

    private Optional<Member> routine(QualifiedName name) {
        List<Routine> all = catalog.routines(name);
        boolean certain = all.size() == 1
                && all.getFirst().origin() != null
                && history.certainty().isOf(ObjectType.FUNCTION, name);
        return certain ? Optional.of(new OfRoutine(all.getFirst())) : Optional.empty();
    }

    /** Takes out what leads to nothing that is still in, until all that is left leads into a circle. */
    private void prune() {
        boolean changed = true;
        while (changed) {
            changed =
                    named.entrySet().removeIf(entry -> entry.getValue().stream().noneMatch(named::containsKey));
        }
    }

    private List<ViewCircle> shortest() {
        Map<Set<Member>, ViewCircle> circles = new LinkedHashMap<>();
        named.keySet().stream()
                .filter(OfView.class::isInstance)
                .flatMap(member -> from(member).stream())
                .forEach(circle -> circles.putIfAbsent(new HashSet<>(circle.members()), circle));
        return List.copyOf(circles.values());
    }

    private Optional<ViewCircle> from(Member first) {
        Map<Member, Member> reachedBy = new LinkedHashMap<>();
        Deque<Member> frontier = new ArrayDeque<>(List.of(first));
        while (!frontier.isEmpty()) {
            Member here = frontier.remove();
            for (Member next : named.getOrDefault(here, List.of())) {
                if (next.equals(first)) {
                    return Optional.of(walkBack(here, first, reachedBy));
                }
                if (reachedBy.putIfAbsent(next, here) == null) {
                    frontier.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static ViewCircle walkBack(Member last, Member first, Map<Member, Member> reachedBy) {
        List<Member> members = new ArrayList<>(List.of(last));
        while (!members.getLast().equals(first)) {
            members.add(Objects.requireNonNull(reachedBy.get(members.getLast())));
        }
        return new ViewCircle(members.reversed());
    }
}
