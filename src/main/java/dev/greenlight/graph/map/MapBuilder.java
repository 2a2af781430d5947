package dev.greenlight.graph.map;

import dev.greenlight.catalog.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers a map: links between the same nodes become one. */
final class MapBuilder {
    private final String prefix;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Ends, Needs> links = new LinkedHashMap<>();

    /** @param prefix what the nodes' ids begin with */
    MapBuilder(String prefix) {
        this.prefix = prefix;
    }

    private record Ends(Node from, Node to) {}

    private static final class Needs {
        private final Set<String> what = new LinkedHashSet<>();
        private Link.When when = Link.When.LATER;
    }

    Node node(Node.Kind kind, String name, String cluster, List<String> names, @Nullable Origin origin) {
        Node node = new Node(prefix + (nodes.size() + 1), kind, name, cluster, names, false, origin);
        nodes.add(node);
        return node;
    }

    void link(Node from, Node to, Link.When when, String what) {
        Needs needs = links.computeIfAbsent(new Ends(from, to), key -> new Needs());
        needs.what.add(what);
        needs.when = when.compareTo(needs.when) < 0 ? when : needs.when;
    }

    DependencyMap build() {
        List<Link> found = new ArrayList<>();
        links.forEach(
                (ends, needs) -> found.add(new Link(ends.from, ends.to, needs.when, List.copyOf(needs.what), false)));
        return new DependencyMap(nodes, Reduction.withCircles(nodes, found), 0);
    }
}
