package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Scope;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a team hears that switches Greenlight on today: its last ten migrations taken for the change. Prints a table. */
@Tag("corpus")
final class AdoptionTest {
    private static final PostgresVersion VERSION = PostgresVersion.parse("15").orElseThrow();
    private static final int CHANGED = 10;

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));

    @ParameterizedTest
    @ValueSource(strings = {"langfuse", "nomulus", "crates.io", "openmeter", "dokploy"})
    void theLastTenAreToldOfAndNothingElse(String name) throws IOException {
        CorpusProject project = CorpusProject.all(corpus).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Review all = Linter.lint(request(project));
        List<String> last = last(all);
        Review change = Linter.lint(
                request(project).withScope(new Scope(new TreeSet<>(last), Optional.empty(), "since ten files ago")));
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        "%-10s %4d findings in %d migrations; in the last %d: %d, %.1f each: %s%n",
                        name,
                        all.findings().size(),
                        all.summary().migrations(),
                        last.size(),
                        change.findings().size(),
                        (double) change.findings().size() / last.size(),
                        byRule(change));
        assertThat(change.findings())
                .allSatisfy(finding -> assertThat(last).contains(finding.file().path()));
        assertThat(inLast(all, last))
                .as("what a lint of everything says of them")
                .isEqualTo(inLast(change, last));
    }

    private LintRequest request(CorpusProject project) {
        String prelude = project.name() + "/PRELUDE.sql";
        return LintRequest.of(DiskTree.below(corpus), List.of(project.name() + "/" + project.path()))
                .withVersion(VERSION)
                .withBaselineSchema(Files.exists(corpus.resolve(prelude)) ? List.of(prelude) : List.of());
    }

    /** By path, for a down is changed with its up. */
    private static List<String> last(Review review) {
        List<String> ups = review.migrations()
                .map(migration -> migration.migration())
                .filter(migration -> migration.direction() == Direction.UP)
                .map(Migration::path)
                .toList();
        return ups.subList(Math.max(0, ups.size() - CHANGED), ups.size());
    }

    private static List<String> inLast(Review review, List<String> last) {
        return review.findings().stream()
                .filter(finding -> last.contains(finding.file().path()))
                .map(finding -> finding.file().path() + " " + finding.span() + " " + finding.rule())
                .toList();
    }

    private static Map<String, Long> byRule(Review review) {
        return review.findings().stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }
}
