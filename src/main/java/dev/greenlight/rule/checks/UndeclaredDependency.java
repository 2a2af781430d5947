package dev.greenlight.rule.checks;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.Edge;
import dev.greenlight.migration.Migration;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Speaks where a migration first names something of another one. What is not there is a matter for other rules. */
final class UndeclaredDependency implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        Migration migration = change.migration().migration();
        List<Edge> needs = change.graph().firstNeedsAt(change.step());
        if (needs.isEmpty()) {
            return Stream.empty();
        }
        Set<Migration> declared = declared(change.graph(), migration);
        return needs.stream()
                .filter(edge -> edge.met() && !declared.contains(edge.to()))
                .map(UndeclaredDependency::observe);
    }

    /** Those that a migration declares, and those that they declare. */
    private static Set<Migration> declared(DependencyGraph graph, Migration migration) {
        Set<Migration> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Migration> frontier = new ArrayList<>(List.of(migration));
        while (!frontier.isEmpty()) {
            graph.declarations().of(frontier.removeLast()).stream()
                    .map(Declaration::to)
                    .filter(found::add)
                    .forEach(frontier::add);
        }
        return found;
    }

    private static Observation observe(Edge edge) {
        return Observation.at(edge.at(), edge.what() + " is of " + edge.to().path() + ", which no DEPENDS declares")
                .because(edge.made().origin(), "it is made here");
    }
}
