package dev.greenlight.graph.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What holds for every map, whoever needs whom in it. */
class DependencyMapProperties {
    private static final int MOST = 140;

    @Property(tries = 200)
    void a_reduced_map_says_who_needs_whom_as_the_whole_one_does(@ForAll("maps") DependencyMap map) {
        DependencyMap reduced = map.reduced();

        assertThat(map.links()).containsAll(reduced.links());
        for (Node node : map.nodes()) {
            assertThat(reached(node, reduced)).isEqualTo(reached(node, map));
        }
    }

    @Property(tries = 200)
    void a_link_is_circular_exactly_when_a_way_leads_back(@ForAll("maps") DependencyMap map) {
        for (Link link : map.links()) {
            boolean back =
                    !link.from().equals(link.to()) && reached(link.to(), map).contains(link.from());
            assertThat(link.circular()).isEqualTo(back);
        }
    }

    @Property(tries = 200)
    void parting_and_leaving_out_change_no_link(@ForAll("maps") DependencyMap map) {
        DependencyMap parted = map.connected().parted();

        assertThat(ends(parted)).isEqualTo(ends(map));
        assertThat(parted.nodes().size() + parted.apart()).isEqualTo(map.nodes().size());
    }

    private static List<String> ends(DependencyMap map) {
        return map.links().stream()
                .map(link -> link.from().id() + " " + link.to().id())
                .toList();
    }

    private static Set<Node> reached(Node from, DependencyMap map) {
        Set<Node> reached = new HashSet<>();
        List<Node> frontier = new ArrayList<>(List.of(from));
        while (!frontier.isEmpty()) {
            Node here = frontier.removeLast();
            map.links().stream()
                    .filter(link -> link.from().equals(here))
                    .map(Link::to)
                    .filter(reached::add)
                    .forEach(frontier::add);
        }
        return reached;
    }

    /** Nearly all links lead to an earlier node, as in a history; some lead anywhere. */
    @Provide
    Arbitrary<DependencyMap> maps() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, MOST - 1);
        Arbitrary<Tuple2<Integer, Integer>> forward =
                number.flatMap(from -> Arbitraries.integers().between(0, from).map(to -> Tuple.of(from, to)));
        Arbitrary<Tuple2<Integer, Integer>> any = number.flatMap(from -> number.map(to -> Tuple.of(from, to)));
        return Arbitraries.integers()
                .between(1, MOST)
                .flatMap(nodes -> Arbitraries.frequencyOf(Tuple.of(30, forward), Tuple.of(1, any))
                        .list()
                        .ofMaxSize(2 * nodes)
                        .map(links -> map(nodes, links)));
    }

    private static DependencyMap map(int count, List<Tuple2<Integer, Integer>> links) {
        MapBuilder map = new MapBuilder("a");
        List<Node> nodes = IntStream.range(0, count)
                .mapToObj(number -> map.node(Node.Kind.TABLE, "t" + number, "", List.of("t" + number), null))
                .toList();
        links.stream()
                .filter(ends -> ends.get1() < count && ends.get2() < count)
                .forEach(ends -> map.link(nodes.get(ends.get1()), nodes.get(ends.get2()), Link.When.NOW, "column"));
        return map.build();
    }
}
