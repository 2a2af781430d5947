package dev.greenlight.rule.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Server;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.order.BetterOrder;
import dev.greenlight.lint.ignore.Suppression;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.rule.Check;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Judge;
import dev.greenlight.rule.Judged;
import dev.greenlight.rule.RulePage;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.rule.RuleSettings;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every rule's page: the page is the rule's test. */
final class RulePagesTest {
    @Test
    void everyPageHasARuleAndEveryRuleAPage() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).sorted())
                    .isEqualTo(Checks.all().stream()
                            .map(rule -> rule.id() + ".md")
                            .sorted()
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicNode> examples() {
        return Checks.all().stream().flatMap(rule -> examples(rule, RulePages.page(rule.id())));
    }

    private static Stream<DynamicNode> examples(Check rule, RulePage page) {
        List<PageExample> examples = PageExample.of(page.body());
        DynamicNode complete = DynamicTest.dynamicTest(
                rule.id() + ": has an unsafe example, a safe one and one that is not flagged", () -> {
                    assertThat(examples).anyMatch(example -> example.heading().startsWith("Unsafe"));
                    assertThat(examples).anyMatch(PageExample::isSafe);
                    assertThat(examples).anyMatch(example -> example.heading().startsWith("Not flagged"));
                });
        return Stream.concat(
                Stream.of(complete),
                examples.stream()
                        .map(example -> DynamicTest.dynamicTest(
                                rule.id() + ": " + example.heading(), () -> run(rule, example))));
    }

    private static void run(Check rule, PageExample example) {
        List<Finding> all = findings(rule, example);
        List<Finding> own =
                all.stream().filter(finding -> finding.rule().equals(rule.id())).toList();
        assertThat(own.stream().map(RulePagesTest::place).toList())
                .as("where %s speaks in %s: %s", rule.id(), example.heading(), own)
                .containsExactlyInAnyOrderElementsOf(example.expected().stream()
                        .map(mark -> mark.path() + ":" + mark.line())
                        .toList());
        for (PageExample.Mark mark : example.expected()) {
            assertThat(own)
                    .as("message of %s at %s:%s", rule.id(), mark.path(), mark.line())
                    .anyMatch(finding -> place(finding).equals(mark.path() + ":" + mark.line())
                            && finding.message().contains(mark.words()));
        }
        all.stream()
                .flatMap(finding -> Stream.ofNullable(finding.safeForm()))
                .forEach(form -> assertThat(Splitter.split(
                                form.sql(), new Span(0, form.sql().length())))
                        .as("the safe form %s", form.sql())
                        .noneMatch(text -> Parser.parse(text) instanceof Unread.Unparsed));
        if (example.isSafe()) {
            assertThat(all)
                    .as("findings of any rule in what is called safe: %s, %s", rule.id(), example.heading())
                    .isEmpty();
        }
    }

    private static String place(Finding finding) {
        return finding.file().path() + ":"
                + finding.file().position(finding.span().start()).line();
    }

    private static List<Finding> findings(Check rule, PageExample example) {
        RuleSettings settings = switchedOn(rule);
        ReplayOptions options = ReplayOptions.of(example.version(), ReplayOptions.Openness.CLOSED);
        List<Script> scripts =
                example.files().stream().map(RulePagesTest::script).toList();
        HistoryRun run = Replay.run(example.history(), scripts, options);
        Judge judge = new Judge(
                Checks.STATEMENTS,
                RulePages::page,
                settings,
                new Effects(new Server(example.version(), Optional.empty())));
        BetterOrder better = BetterOrder.of(run, scripts, options, migration -> true);
        List<Finding> found = judge.judge(run, DependencyGraph.of(run), better).stream()
                .flatMap(List::stream)
                .map(Judged::findings)
                .flatMap(List::stream)
                .toList();
        return Suppression.apply(run.runs(), settings, found).findings();
    }

    /** A rule that is off by default speaks on its own page alone. */
    private static RuleSettings switchedOn(Check rule) {
        Optional<RuleSetting> setting =
                RuleSetting.find(RulePages.page(rule.id()).level().id());
        return (id, path) -> id.equals(rule.id()) ? setting : Optional.empty();
    }

    private static Script script(Migration migration) {
        Section section = migration.sections().getFirst();
        return new Script(
                migration,
                Splitter.split(migration.file().text(), section.span()).stream()
                        .map(text -> new Script.Entry(section, text, Parser.parse(text)))
                        .toList());
    }
}
