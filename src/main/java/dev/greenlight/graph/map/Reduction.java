package dev.greenlight.graph.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Finds in a map the links that say something which no longer way says, and those that close a circle. The first is
 * known for what has no circles alone; their links all stay.
 */
final class Reduction {
    private Reduction() {}

    static List<Link> of(DependencyMap map) {
        Graph<Node, Link> graph = graph(map.nodes());
        map.links().stream().filter(Reduction::mayGo).forEach(link -> graph.addEdge(link.from(), link.to(), link));
        TransitiveReduction.INSTANCE.reduce(graph);
        Set<Link> rest = graph.edgeSet();
        return map.links().stream()
                .filter(link -> !mayGo(link) || rest.contains(link))
                .toList();
    }

    /** What is needed later follows from nothing that is needed at once. */
    private static boolean mayGo(Link link) {
        return link.when() == Link.When.NOW && !link.circular() && !link.from().equals(link.to());
    }

    /** The same links, each knowing whether it is on a circle. */
    static List<Link> withCircles(List<Node> nodes, List<Link> links) {
        Graph<Node, Link> graph = graph(nodes);
        links.forEach(link -> graph.addEdge(link.from(), link.to(), link));
        Map<Node, Integer> component = new HashMap<>();
        int number = 0;
        for (Set<Node> connected : new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            int mine = number++;
            connected.forEach(node -> component.put(node, mine));
        }
        return links.stream()
                .map(link -> new Link(
                        link.from(),
                        link.to(),
                        link.when(),
                        link.what(),
                        !link.from().equals(link.to())
                                && component.get(link.from()).equals(component.get(link.to()))))
                .toList();
    }

    private static Graph<Node, Link> graph(List<Node> nodes) {
        Graph<Node, Link> graph = new DirectedPseudograph<>(Link.class);
        nodes.forEach(graph::addVertex);
        return graph;
    }
}
