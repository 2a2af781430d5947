package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.MemoryTree;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Versions are numbers, part by part; how they are written does not matter. */
class VersionTest {
    private static final Comparator<List<BigInteger>> BY_PARTS = (one, other) -> {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            BigInteger first = i < one.size() ? one.get(i) : BigInteger.ZERO;
            BigInteger second = i < other.size() ? other.get(i) : BigInteger.ZERO;
            if (!first.equals(second)) {
                return first.compareTo(second);
            }
        }
        return 0;
    };

    /** Small numbers, so that equal ones come up, and large ones as times are. */
    @Provide
    Arbitrary<List<BigInteger>> parts() {
        Arbitrary<BigInteger> small = Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(12));
        Arbitrary<BigInteger> large =
                Arbitraries.bigIntegers().between(BigInteger.ZERO, new BigInteger("99999999999999999999"));
        return Arbitraries.frequencyOf(Tuple.of(4, small), Tuple.of(1, large))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> separator() {
        return Arbitraries.of(".", "_");
    }

    @Provide
    Arbitrary<String> padding() {
        return Arbitraries.of("", "0", "000");
    }

    private static String written(List<BigInteger> parts, String separator, String padding) {
        return parts.stream().map(part -> padding + part).collect(Collectors.joining(separator));
    }

    @Property
    void versions_compare_as_their_parts_do(
            @ForAll("parts") List<BigInteger> one,
            @ForAll("parts") List<BigInteger> other,
            @ForAll("separator") String separator,
            @ForAll("padding") String padding) {
        Version first = Version.of(written(one, separator, padding));
        Version second = Version.of(written(other, ".", ""));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(BY_PARTS.compare(one, other)));
        assertThat(Integer.signum(second.compareTo(first))).isEqualTo(-Integer.signum(first.compareTo(second)));
    }

    @Property
    void equal_versions_have_equal_hash_codes(
            @ForAll("parts") List<BigInteger> parts,
            @ForAll("separator") String separator,
            @ForAll("padding") String padding) {
        Version padded = Version.of(written(parts, separator, padding) + ".0");
        Version plain = Version.of(written(parts, ".", ""));
        assertThat(padded).isEqualTo(plain).hasSameHashCodeAs(plain);
    }

    @Example
    void a_version_keeps_its_digits() {
        assertThat(Version.of("1_076")).hasToString("1.076");
    }

    @Property(tries = 200)
    void flyway_runs_scripts_by_version_wherever_they_lie(
            @ForAll("histories") List<List<BigInteger>> versions, @ForAll("separator") String separator) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            files.put("db/" + i % 3 + "/V" + written(versions.get(i), separator, "") + "__x" + i + ".sql", "");
        }
        files.put("db/V0_0_1__first.sql", "");
        MigrationHistory history = only(files);
        assertThat(history.layout()).isEqualTo("flyway");
        assertThat(history.migrations()).hasSize(files.size());
        assertThat(history.migrations()).isSortedAccordingTo(Comparator.comparing(it -> Version.of(it.version())));
    }

    @Property(tries = 200)
    void numbered_files_run_by_number_and_not_by_letter(@ForAll("histories") List<List<BigInteger>> versions) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            files.put("db/" + written(versions.get(i), ".", "") + "-step " + i + ".sql", "");
        }
        MigrationHistory history = only(files);
        assertThat(history.layout()).isEqualTo("numbered");
        assertThat(history.migrations()).hasSize(files.size());
        assertThat(history.migrations()).isSortedAccordingTo(Comparator.comparing(it -> Version.of(it.version())));
    }

    @Property(tries = 200)
    void golang_migrate_runs_by_number_and_keeps_a_down_behind_its_up(@ForAll("numbers") List<Long> numbers) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Long number : numbers) {
            files.put("db/" + number + "_step.down.sql", "");
            files.put("db/" + number + "_step.up.sql", "");
        }
        List<String> expected = numbers.stream()
                .sorted()
                .flatMap(number -> List.of("db/" + number + "_step.up.sql", "db/" + number + "_step.down.sql").stream())
                .toList();
        assertThat(only(files).migrations().stream().map(Migration::path)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<List<BigInteger>>> histories() {
        return parts().list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs()
                .between(0, 20_300_101_000_000L)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static MigrationHistory only(Map<String, String> files) {
        List<MigrationHistory> histories = Histories.find(
                        MemoryTree.of(files), List.of("db"), HistoryOptions.RECOGNISED)
                .histories();
        assertThat(histories).hasSize(1);
        return histories.getFirst();
    }
}
