package dev.greenlight.graph.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who needs whom.
 *
 * @param nodes migrations in the order of running; objects by schema and name
 * @param links at most one from one node to another
 * @param apart how many nodes were left out because they need none and none needs them
 */
public record DependencyMap(List<Node> nodes, List<Link> links, int apart) {
    public DependencyMap {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** Each in turn; nothing of one needs anything of another. */
    public static DependencyMap of(List<DependencyMap> maps) {
        return new DependencyMap(
                maps.stream().flatMap(map -> map.nodes.stream()).toList(),
                maps.stream().flatMap(map -> map.links.stream()).toList(),
                maps.stream().mapToInt(DependencyMap::apart).sum());
    }

    /** The nodes by what they are drawn together with, in the order in which that first comes up. */
    public SequencedMap<String, List<Node>> clusters() {
        SequencedMap<String, List<Node>> clusters = new LinkedHashMap<>();
        nodes.forEach(node -> clusters.computeIfAbsent(node.cluster(), key -> new ArrayList<>())
                .add(node));
        return clusters;
    }

    /** The same as one part of something larger, which has a name. */
    public DependencyMap within(String cluster) {
        return only(
                new HashSet<>(nodes),
                node -> node.withCluster(node.cluster().isEmpty() ? cluster : cluster + ": " + node.cluster()));
    }

    /** Those nodes, marked, with what they need and what needs them, directly or through as many others at most. */
    public DependencyMap around(Predicate<Node> chosen, int steps) {
        List<Node> center = nodes.stream().filter(chosen).toList();
        Set<Node> near = new HashSet<>(center);
        near.addAll(reached(center, steps, links.stream().collect(Collectors.groupingBy(Link::from)), Link::to));
        near.addAll(reached(center, steps, links.stream().collect(Collectors.groupingBy(Link::to)), Link::from));
        Set<Node> marked = Set.copyOf(center);
        return only(near, node -> marked.contains(node) ? node.withMark() : node);
    }

    private static Set<Node> reached(
            List<Node> from, int steps, Map<Node, List<Link>> ways, Function<Link, Node> next) {
        Map<Node, Integer> distance = new HashMap<>();
        from.forEach(node -> distance.put(node, 0));
        Deque<Node> frontier = new ArrayDeque<>(from);
        while (!frontier.isEmpty()) {
            Node here = frontier.remove();
            int there = distance.get(here) + 1;
            for (Link link : there > steps ? List.<Link>of() : ways.getOrDefault(here, List.of())) {
                if (distance.putIfAbsent(next.apply(link), there) == null) {
                    frontier.add(next.apply(link));
                }
            }
        }
        return distance.keySet();
    }

    /** Without links that say no more than a longer way does. */
    public DependencyMap reduced() {
        return new DependencyMap(nodes, Reduction.of(this), apart);
    }

    /** With parts where there are too many nodes for one picture; where they have parts already, as they are. */
    public DependencyMap parted() {
        if (nodes.stream().anyMatch(node -> !node.cluster().isEmpty())) {
            return this;
        }
        Map<Node, String> parts = Clusters.of(this);
        return only(new HashSet<>(nodes), node -> node.withCluster(parts.getOrDefault(node, "")));
    }

    /** Without nodes that need none and that none needs; what was asked for stays. */
    public DependencyMap connected() {
        Set<Node> linked = links.stream()
                .flatMap(link -> Stream.of(link.from(), link.to()))
                .collect(Collectors.toSet());
        nodes.stream().filter(Node::marked).forEach(linked::add);
        DependencyMap rest = only(linked, node -> node);
        return new DependencyMap(rest.nodes, rest.links, apart + nodes.size() - rest.nodes.size());
    }

    private DependencyMap only(Set<Node> kept, Function<Node, Node> change) {
        return new DependencyMap(
                nodes.stream().filter(kept::contains).map(change).toList(),
                links.stream()
                        .filter(link -> kept.contains(link.from()) && kept.contains(link.to()))
                        .map(link -> link.between(change.apply(link.from()), change.apply(link.to())))
                        .toList(),
                apart);
    }
}
