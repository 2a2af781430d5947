package dev.greenlight.graph.map;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.Edge;
import dev.greenlight.graph.Event;
import dev.greenlight.graph.Events;
import dev.greenlight.graph.Made;
import dev.greenlight.migration.Migration;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.RoutineReferences;
import dev.greenlight.replay.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which migration of a history needs which other; migrations that go down are left out. */
public final class MigrationMap {
    private final HistoryRun history;
    private final DependencyGraph graph;
    private final RoutineReferences references;
    private final MapBuilder map;
    private final Map<Migration, Node> nodes = new IdentityHashMap<>();
    private final Map<String, Node> missing = new LinkedHashMap<>();

    private MigrationMap(HistoryRun history, DependencyGraph graph, String prefix) {
        this.history = history;
        this.graph = graph;
        this.references = new RoutineReferences(history);
        this.map = new MapBuilder(prefix);
    }

    /**
     * @param prefix what the nodes' ids begin with
     */
    public static DependencyMap of(HistoryRun history, DependencyGraph graph, String prefix) {
        return new MigrationMap(history, graph, prefix).build();
    }

    private DependencyMap build() {
        List<MigrationRun> runs = history.ups();
        runs.forEach(run -> nodes.put(run.migration(), node(run)));
        for (MigrationRun run : runs) {
            graph.needsOf(run.migration()).forEach(this::link);
            graph.declarations().of(run.migration()).forEach(this::link);
            run.allSteps().forEach(step -> link(run.migration(), step));
        }
        return map.build();
    }

    private Node node(MigrationRun run) {
        Migration migration = run.migration();
        String path = migration.path();
        Set<String> names = new LinkedHashSet<>(List.of(path, path.substring(path.lastIndexOf('/') + 1)));
        names.add(migration.version());
        run.allSteps().flatMap(Events::of).map(Event::name).forEach(name -> addNames(name, names));
        names.remove("");
        Origin origin = run.steps().stream()
                .findFirst()
                .map(step -> new Origin(step.file(), step.statement().span()))
                .orElse(null);
        return map.node(
                Node.Kind.MIGRATION, history.history().pathInFolder(migration), "", new ArrayList<>(names), origin);
    }

    static void addNames(QualifiedName name, Set<String> names) {
        names.add(name.name());
        names.add(name.toString());
    }

    private void link(Edge edge) {
        Node from = nodes.get(edge.from());
        Node to = nodes.get(edge.to());
        if (from != null && to != null) {
            map.link(from, to, edge.met() ? Link.When.NOW : Link.When.UNMET, edge.what());
        }
    }

    /** It is drawn as what it is: somebody says so, whether anything of it is needed or not. */
    private void link(Declaration declared) {
        map.link(
                nodes.get(declared.from()),
                nodes.get(declared.to()),
                declared.met() ? Link.When.NOW : Link.When.UNMET,
                "DEPENDS");
    }

    private void link(Migration migration, Step step) {
        step.error()
                .map(error -> error.missing())
                .filter(what -> graph.makers().laterMakerOf(what, step).isEmpty())
                .ifPresent(what -> map.link(nodes.get(migration), missing(what), Link.When.UNMET, what.display()));
        step.operations().stream()
                .filter(ObjectOperation.CreateRoutine.class::isInstance)
                .map(ObjectOperation.CreateRoutine.class::cast)
                .map(ObjectOperation.CreateRoutine::routine)
                .filter(this::isStillThere)
                .forEach(routine -> link(migration, routine));
    }

    private Node missing(Missing what) {
        return missing.computeIfAbsent(what.display(), name -> {
            Set<String> names = new LinkedHashSet<>();
            addNames(what.name(), names);
            return map.node(Node.Kind.MISSING, name, "", new ArrayList<>(names), null);
        });
    }

    private boolean isStillThere(Routine routine) {
        return history.result().routines(routine.name()).stream()
                .anyMatch(other -> other.origin() != null && other.origin().equals(routine.origin()));
    }

    private void link(Migration migration, Routine routine) {
        references.of(routine).stream()
                .filter(reference -> reference.column() == null)
                .forEach(reference -> graph.lastMakerOf(reference)
                        .map(Made::run)
                        .map(MigrationRun::migration)
                        .filter(maker -> maker != migration && nodes.containsKey(maker))
                        .ifPresent(maker -> map.link(
                                nodes.get(migration),
                                nodes.get(maker),
                                Link.When.LATER,
                                reference.name().display())));
    }
}
