package dev.greenlight.graph.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Parts a large map, so that a picture of it can be read: what needs one other alone, directly or through such, is drawn
 * together with that. Between the parts then only those arrows run that tie several of them together.
 */
final class Clusters {
    /** So many nodes can be read without. */
    private static final int MANY = 120;

    private final DependencyMap map;
    private final Map<Node, List<Node>> needs = new LinkedHashMap<>();
    private final Map<Node, Node> heads = new HashMap<>();

    private Clusters(DependencyMap map) {
        this.map = map;
        map.nodes().forEach(node -> needs.put(node, new ArrayList<>()));
        map.links().stream()
                .filter(link -> !link.circular() && !link.from().equals(link.to()))
                .forEach(link -> Objects.requireNonNull(needs.get(link.from())).add(link.to()));
    }

    /** The name of each node's part, for those that are in one. */
    static Map<Node, String> of(DependencyMap map) {
        return map.nodes().size() <= MANY ? Map.of() : new Clusters(map).names();
    }

    private Map<Node, String> names() {
        Map<Node, List<Node>> parts = new LinkedHashMap<>();
        for (Node node : map.nodes()) {
            parts.computeIfAbsent(head(node), key -> new ArrayList<>()).add(node);
        }
        Map<Node, String> names = new HashMap<>();
        parts.forEach((head, members) -> {
            if (members.size() > 1) {
                members.forEach(member -> names.put(member, head.name()));
            }
        });
        return names;
    }

    /** Where the way ends that goes on as long as it does not fork; circles are on none. */
    private Node head(Node node) {
        List<Node> way = new ArrayList<>();
        Node here = node;
        while (!heads.containsKey(here) && needed(here).size() == 1) {
            way.add(here);
            here = needed(here).getFirst();
        }
        Node head = heads.getOrDefault(here, here);
        way.forEach(passed -> heads.put(passed, head));
        heads.put(here, head);
        return head;
    }

    private List<Node> needed(Node node) {
        return needs.getOrDefault(node, List.of());
    }
}
