package dev.greenlight.graph;

import dev.greenlight.migration.Migration;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which migration of a history needs which other, and for what; migrations that go down are left out. */
public final class DependencyGraph {
    private final Makers makers;
    private final Map<Migration, List<Edge>> edges = new IdentityHashMap<>();
    private final Map<Step, List<Edge>> byStep = new IdentityHashMap<>();
    private final List<Edge> unmet = new ArrayList<>();
    private final Absences absences;
    private final Declarations declarations;
    private final HistoryRun history;
    /** Found when first asked for; two threads that ask at once find the same. */
    private volatile @Nullable List<ViewCircle> viewCircles;

    private DependencyGraph(HistoryRun history) {
        this.makers = Makers.of(history);
        this.absences = new Absences(makers, history);
        this.declarations = Declarations.of(history);
        this.history = history;
    }

    public static DependencyGraph of(HistoryRun history) {
        DependencyGraph graph = new DependencyGraph(history);
        history.ups().forEach(run -> run.allSteps().forEach(step -> graph.connect(run.migration(), step)));
        return graph;
    }

    public Makers makers() {
        return makers;
    }

    public Absences absences() {
        return absences;
    }

    public Declarations declarations() {
        return declarations;
    }

    /** The way back to where a declared dependency begins, itself first, over what is needed and what is declared. */
    public Optional<List<Need>> circleFrom(Declaration first) {
        return path(first.to(), first.from(), this::allNeedsOf).map(back -> {
            List<Need> all = new ArrayList<>(List.of(first));
            all.addAll(back);
            return all;
        });
    }

    /** What a migration needs, and what it says that it needs. */
    public List<Need> allNeedsOf(Migration migration) {
        List<Need> all = new ArrayList<>(needsOf(migration));
        all.addAll(declarations.of(migration));
        return all;
    }

    /** Whether a migration needs another, if only by way of others. */
    public boolean leads(Migration from, Migration to) {
        return path(from, to, this::needsOf).isPresent();
    }

    /** Those declared dependencies that an order can heed: no way leads back from them. */
    public List<Declaration> heeded() {
        return declarations.all().stream()
                .filter(declared -> circleFrom(declared).isEmpty())
                .toList();
    }

    /** What a migration needs from others, in the order in which it names it. */
    public List<Edge> needsOf(Migration migration) {
        return Collections.unmodifiableList(edges.getOrDefault(migration, List.of()));
    }

    /** What a statement is the first of its migration to need of other migrations, one for each of them. */
    public List<Edge> firstNeedsAt(Step step) {
        return byStep.getOrDefault(step, List.of()).stream()
                .filter(edge -> needsOf(edge.from()).stream()
                        .filter(other -> other.to() == edge.to())
                        .findFirst()
                        .filter(first -> first == edge)
                        .isPresent())
                .toList();
    }

    /** The circles that begin with what is missing at a step; at most one, the shortest. */
    public Optional<Circle> circleFrom(Step step) {
        return unmet.stream()
                .filter(edge -> edge.step() == step)
                .findFirst()
                .flatMap(edge -> path(edge.to(), edge.from(), this::needsOf).map(back -> closed(edge, back)));
    }

    /** The circles of views that the history leaves. */
    public List<ViewCircle> viewCircles() {
        List<ViewCircle> found = viewCircles;
        if (found == null) {
            found = ViewCircles.of(history);
            viewCircles = found;
        }
        return found;
    }

    private static Circle closed(Edge first, List<Edge> back) {
        List<Edge> all = new ArrayList<>();
        all.add(first);
        all.addAll(back);
        return new Circle(all);
    }

    private void connect(Migration migration, Step step) {
        step.references().forEach(reference -> connect(migration, step, reference));
        step.error().ifPresent(error -> connect(migration, step, error));
    }

    private void connect(Migration migration, Step step, Reference reference) {
        Subject subject = Subject.of(reference);
        latestBefore(step, subject)
                .or(() -> latestBefore(step, subject.whole()))
                .filter(made -> made.run().migration() != migration)
                .ifPresent(made -> add(new Edge(migration, what(reference), step, reference.span(), made, true)));
    }

    /** Who made what a name stands for at a step: what was dropped and made again has the last of its makers. */
    private Optional<Made> latestBefore(Step step, Subject subject) {
        for (Made made : makers.of(subject).reversed()) {
            if (made.order() < makers.orderOf(step)) {
                return Optional.of(made);
            }
        }
        return Optional.empty();
    }

    /** Who made last, in the whole history, what a name stands for. */
    public Optional<Made> lastMakerOf(Reference reference) {
        List<Made> made = makers.of(Subject.of(reference).whole());
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    private void connect(Migration migration, Step step, SqlError error) {
        Missing missing = error.missing();
        if (missing == null) {
            return;
        }
        makers.laterMakerOf(missing, step)
                .filter(made -> made.run().migration() != migration)
                .ifPresent(made -> {
                    Edge edge = new Edge(migration, missing.display(), step, error.span(), made, false);
                    add(edge);
                    unmet.add(edge);
                });
    }

    private void add(Edge edge) {
        edges.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge);
        byStep.computeIfAbsent(edge.step(), key -> new ArrayList<>(1)).add(edge);
    }

    private static String what(Reference reference) {
        String name = reference.name().display();
        return reference.column() == null ? name : name + "." + reference.column();
    }

    /** The fewest needs that lead from one migration to another. */
    private static <N extends Need> Optional<List<N>> path(
            Migration from, Migration to, Function<Migration, List<N>> needs) {
        Map<Migration, N> reachedBy = new IdentityHashMap<>();
        Set<Migration> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Migration> frontier = new ArrayDeque<>(List.of(from));
        seen.add(from);
        while (!frontier.isEmpty()) {
            Migration here = frontier.remove();
            if (here == to) {
                return Optional.of(walkBack(from, to, reachedBy));
            }
            for (N need : needs.apply(here)) {
                if (seen.add(need.to())) {
                    reachedBy.put(need.to(), need);
                    frontier.add(need.to());
                }
            }
        }
        return Optional.empty();
    }

    private static <N extends Need> List<N> walkBack(Migration from, Migration to, Map<Migration, N> reachedBy) {
        List<N> path = new ArrayList<>();
        for (Migration here = to; here != from; here = path.getLast().from()) {
            path.add(reachedBy.get(here));
        }
        return path.reversed();
    }
}
