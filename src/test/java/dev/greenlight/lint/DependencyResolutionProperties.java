package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Migrations that each make a table, some of which refer to tables of others. */
@Tag("database-migration-fix")
final class DependencyResolutionProperties {
    /** Feature: database-migration-fix, Property 1: Migration Dependency Resolution. */
    @Property(tries = 200)
    @Tag("property-1")
    void anOrderThatSatisfiesTheDependenciesIsAccepted(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll long seed) {
        Project project = Project.random(size, new Random(seed));

        Review review = LintedFiles.of(project.filesInOrder(project.satisfyingOrder()));

        assertThat(review.findings()).isEmpty();
        assertThat(review.summary().verdict()).isEqualTo(Verdict.SAFE);
        project.dependencies()
                .forEach((table, needed) -> assertThat(dependenciesOf(review, table))
                        .as("what table %s is found to need", table)
                        .containsExactlyInAnyOrderElementsOf(needed.stream()
                                .map(other -> pathOf(review, other))
                                .toList()));
    }

    /** Feature: database-migration-fix, Property 1: Migration Dependency Resolution. */
    @Property(tries = 200)
    @Tag("property-1")
    void anOrderAgainstTheDependenciesIsReported(@ForAll @IntRange(min = 2, max = 9) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Project project = Project.random(size, random);
        List<Integer> order = new ArrayList<>(project.satisfyingOrder());
        Collections.shuffle(order, random);

        Review review = LintedFiles.of(project.filesInOrder(order));

        Set<String> tooEarly = new TreeSet<>();
        project.dependencies().forEach((table, needed) -> {
            if (needed.stream().anyMatch(other -> order.indexOf(other) > order.indexOf(table))) {
                tooEarly.add(pathOf(review, table));
            }
        });
        List<Finding> unmet = review.findings().stream()
                .filter(finding -> finding.rule().equals("unmet-reference"))
                .toList();
        assertThat(unmet.stream().map(finding -> finding.file().path()).toList())
                .containsExactlyInAnyOrderElementsOf(tooEarly);
        assertThat(unmet)
                .allSatisfy(finding -> assertThat(laterMaker(finding))
                        .isGreaterThan(finding.file().path()));
    }

    private static String laterMaker(Finding finding) {
        return finding.related().getFirst().place().file().path();
    }

    private static List<String> dependenciesOf(Review review, int table) {
        return review.migrations()
                .filter(migration -> migration.creates().contains("public.t" + table))
                .findFirst()
                .orElseThrow()
                .dependencies();
    }

    private static String pathOf(Review review, int table) {
        return review.migrations()
                .map(migration -> migration.migration().path())
                .filter(path -> path.endsWith("_t" + table + ".sql"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Tables by number, with the numbers of those that each refers to, which are always lower.
     *
     * @param dependencies in the order of the numbers, so that this is one that satisfies them
     */
    private record Project(Map<Integer, Set<Integer>> dependencies) {
        static Project random(int size, Random random) {
            Map<Integer, Set<Integer>> dependencies = new LinkedHashMap<>();
            for (int table = 0; table < size; table++) {
                Set<Integer> needed = new TreeSet<>();
                for (int other = 0; other < table; other++) {
                    if (random.nextInt(3) == 0) {
                        needed.add(other);
                    }
                }
                dependencies.put(table, needed);
            }
            return new Project(dependencies);
        }

        List<Integer> satisfyingOrder() {
            return List.copyOf(dependencies.keySet());
        }

        Map<String, String> filesInOrder(List<Integer> order) {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < order.size(); i++) {
                files.put("db/%03d_t%d.sql".formatted(i + 1, order.get(i)), sql(order.get(i)));
            }
            return files;
        }

        private String sql(int table) {
            String columns = dependencies.get(table).stream()
                    .map(other -> ",%n    t%d_id bigint REFERENCES t%d (id)".formatted(other, other))
                    .collect(Collectors.joining());
            return "CREATE TABLE t%d (%n    id bigint PRIMARY KEY%s%n);%n".formatted(table, columns);
        }
    }
}
