package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class NaturalOrderTest {

    @Provide
    Arbitrary<String> path() {
        return Arbitraries.of("0", "1", "2", "10", "007", "20240131", "20240201093000", "a", "b", "-", "_", ".", "/")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Example
    void numbers_count() {
        assertThat(sorted("10_a", "2_b", "v1.10/x", "v1.9/x", "a/z", "a-b", "a"))
                .containsExactly("2_b", "10_a", "a", "a/z", "a-b", "v1.9/x", "v1.10/x");
    }

    @Example
    void times_need_not_be_equally_precise() {
        assertThat(sorted("20240201093000_c", "20240131_b", "20240101093000_a"))
                .containsExactly("20240101093000_a", "20240131_b", "20240201093000_c");
    }

    @Property
    void it_is_an_order(@ForAll("path") String a, @ForAll("path") String b, @ForAll("path") String c) {
        int ab = Integer.signum(NaturalOrder.INSTANCE.compare(a, b));
        assertThat(ab).isEqualTo(-Integer.signum(NaturalOrder.INSTANCE.compare(b, a)));
        assertThat(ab == 0).isEqualTo(a.equals(b));
        if (ab < 0 && NaturalOrder.INSTANCE.compare(b, c) < 0) {
            assertThat(NaturalOrder.INSTANCE.compare(a, c)).isNegative();
        }
    }

    @Property
    void it_does_not_depend_on_how_the_paths_come(
            @ForAll List<@StringLength(max = 5) String> paths, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(paths);
        Collections.shuffle(shuffled, random);
        assertThat(sorted(shuffled.toArray(String[]::new))).isEqualTo(sorted(paths.toArray(String[]::new)));
    }

    private static List<String> sorted(String... paths) {
        List<String> sorted = new ArrayList<>(List.of(paths));
        sorted.sort(NaturalOrder.INSTANCE);
        return sorted;
    }
}
