package dev.greenlight.lint;

import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.MigrationMap;
import dev.greenlight.graph.map.Node;
import dev.greenlight.graph.map.ObjectMap;
import dev.greenlight.migration.Migration;
import dev.greenlight.replay.RoutineReferences;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who needs whom in a project.
 *
 * @param map of all its histories; each is a cluster of its own where there are several
 * @param unreadable files that could not be read; what they need is not in the map
 */
public record DependencyMaps(DependencyMap map, List<Unreadable> unreadable) {
    public DependencyMaps {
        unreadable = List.copyOf(unreadable);
    }

    /** What the nodes are. */
    public enum Level {
        MIGRATION,
        OBJECT
    }

    /**
     * The whole map. Where the request speaks of what has changed alone: that, what it needs and what needs it.
     *
     * @param steps over how many others, where it is not the whole map
     */
    public static DependencyMaps of(LintRequest request, Level level, int steps) {
        ReplayedProject project = ReplayedProject.of(request);
        List<DependencyMap> maps = new ArrayList<>();
        for (ReplayedHistory history : project.histories()) {
            DependencyMap map = map(history, level, prefix(maps.size()));
            maps.add(
                    project.histories().size() > 1
                            ? map.within(history.history().folder())
                            : map);
        }
        DependencyMap all = DependencyMap.of(maps);
        Optional<Predicate<Node>> changed = request.scope().map(scope -> isChanged(scope, project));
        return new DependencyMaps(changed.map(nodes -> all.around(nodes, steps)).orElse(all), project.unreadable());
    }

    /** Ids of nodes are a letter and a number: the first history has a, the second b; behind z comes ba. */
    private static String prefix(int history) {
        String last = Character.toString('a' + history % 26);
        return history < 26 ? last : prefix(history / 26) + last;
    }

    private static DependencyMap map(ReplayedHistory history, Level level, String prefix) {
        return switch (level) {
            case MIGRATION -> MigrationMap.of(history.run(), DependencyGraph.of(history.run()), prefix);
            case OBJECT -> ObjectMap.of(history.result(), new RoutineReferences(history.run()), prefix);
        };
    }

    /** What changed migrations are, or have made. */
    private static Predicate<Node> isChanged(Scope scope, ReplayedProject project) {
        Collection<String> changed = project.histories().stream()
                .flatMap(history -> history.history().migrations().stream())
                .filter(scope::covers)
                .map(Migration::path)
                .collect(Collectors.toSet());
        return node -> node.origin() != null
                && changed.contains(node.origin().file().written().path());
    }

    /** Those around the nodes of a name; empty where there is none. */
    public Optional<DependencyMaps> around(String name, int steps) {
        Predicate<Node> named = node -> node.names().contains(name);
        return map.nodes().stream().anyMatch(named)
                ? Optional.of(new DependencyMaps(map.around(named, steps), unreadable))
                : Optional.empty();
    }

    /** All names that a node can be asked for by, sorted. */
    public SequencedSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        map.nodes().forEach(node -> names.addAll(node.names()));
        return new LinkedHashSet<>(names);
    }
}
