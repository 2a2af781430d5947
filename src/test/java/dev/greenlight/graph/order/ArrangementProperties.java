package dev.greenlight.graph.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Replaying;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No order that heeds the same precedences takes fewer moves: of a few migrations all are looked at. */
final class ArrangementProperties {
    @Property(tries = 200)
    void whatIsArrangedHeedsEachPrecedenceAndTakesTheFewestMoves(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        Random random = new Random(seed);
        List<Script> scripts = scripts(count);
        Precedences precedences = precedences(scripts, random);

        Arrangement.Result arranged = Arrangement.of(count, precedences);

        assertThat(arranged.order()).containsExactlyInAnyOrderElementsOf(numbers(count));
        assertThat(isHeeded(precedences, arranged.order())).isTrue();
        assertThat(moves(scripts, arranged.order())).isEqualTo(arranged.moves());
        assertThat(arranged.moves())
                .isEqualTo(permutations(numbers(count)).stream()
                        .filter(order -> isHeeded(precedences, order))
                        .mapToInt(order -> moves(scripts, order))
                        .min()
                        .orElseThrow());
    }

    private static List<Script> scripts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Replaying.plain().script("V" + i + ".sql", "SELECT 1;", Direction.UP))
                .toList();
    }

    private static Precedences precedences(List<Script> scripts, Random random) {
        Precedences precedences = Precedences.none(scripts);
        for (int i = 0; i < scripts.size(); i++) {
            Precedence one = new Precedence(random.nextInt(scripts.size()), random.nextInt(scripts.size()));
            precedences = precedences.admits(one) ? precedences.with(one) : precedences;
        }
        return precedences;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static boolean isHeeded(Precedences precedences, List<Integer> order) {
        return IntStream.range(0, order.size())
                .allMatch(i -> order.subList(0, i).stream().noneMatch(precedences.behind(order.get(i))::get));
    }

    private static int moves(List<Script> scripts, List<Integer> order) {
        List<Migration> written = scripts.stream().map(Script::migration).toList();
        return Moves.between(written, order.stream().map(written::get).toList(), migration -> true)
                .size();
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : numbers) {
            List<Integer> rest =
                    numbers.stream().filter(other -> !other.equals(first)).toList();
            for (List<Integer> behind : permutations(rest)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(behind);
                all.add(one);
            }
        }
        return all;
    }
}
