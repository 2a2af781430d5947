package dev.greenlight.lint.ignore;

import dev.greenlight.lint.Hidden;
import dev.greenlight.lint.Hidden.Cause;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.rule.Directive;
import dev.greenlight.rule.Directive.Ignore;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.DirectiveUse;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.RuleSetting;
import dev.greenlight.rule.RuleSettings;
import dev.greenlight.rule.checks.Checks;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes out what comments in the files ask to ignore, and says what is wrong with those comments. The signals of
 * statements stay what they are.
 *
 * <p>What is wrong with a comment can be ignored by another comment. Whether that one hides something is not asked, for
 * else two comments could be each other's purpose.
 */
public final class Suppression {
    private final List<MigrationRun> runs;
    private final RuleSettings settings;
    private final List<NotedDirective> directives;
    private final List<Hidden> hidden = new ArrayList<>();

    private Suppression(List<MigrationRun> runs, RuleSettings settings) {
        this.runs = List.copyOf(runs);
        this.settings = settings;
        Map<String, List<MigrationRun>> files = new LinkedHashMap<>();
        runs.forEach(run -> files.computeIfAbsent(run.migration().path(), path -> new ArrayList<>())
                .add(run));
        directives = files.values().stream()
                .map(LintedFile::new)
                .flatMap(file -> file.directives().stream().map(directive -> noted(file, directive)))
                .toList();
    }

    /** What is left, with what is wrong with comments at its place, and what was taken out. */
    public record Result(List<Finding> findings, List<Hidden> hidden) {
        public Result {
            findings = List.copyOf(findings);
            hidden = List.copyOf(hidden);
        }
    }

    /** {@code runs} are all that were linted: a file may be in several, and each of its comments counts once. */
    public static Result apply(List<MigrationRun> runs, RuleSettings settings, List<Finding> findings) {
        return new Suppression(runs, settings).apply(findings);
    }

    private static NotedDirective noted(LintedFile file, Directive directive) {
        Span reach = directive instanceof Ignore ignore ? ignore.reach() : null;
        return new NotedDirective(directive, reach != null && file.isFollowed(reach));
    }

    private Result apply(List<Finding> findings) {
        if (directives.isEmpty()) {
            return new Result(findings, List.of());
        }
        List<Finding> shown = new ArrayList<>();
        findings.stream().filter(finding -> !hide(finding, directives.stream())).forEach(shown::add);
        shown.addAll(aboutDirectives());
        return new Result(new RunningOrder(runs).sorted(shown), hidden);
    }

    private boolean hide(Finding finding, Stream<NotedDirective> by) {
        List<Cause> causes = by.flatMap(noted -> noted.hide(finding).stream()).toList();
        causes.stream().findFirst().ifPresent(cause -> hidden.add(new Hidden(finding, cause)));
        return !causes.isEmpty();
    }

    private List<Finding> aboutDirectives() {
        Set<String> ids = Checks.STATEMENTS.stream().map(rule -> rule.id()).collect(Collectors.toSet());
        List<Finding> shown = new ArrayList<>();
        for (NotedDirective noted : directives) {
            DirectiveUse use = new DirectiveUse(noted.directive(), noted.idle(ids::contains));
            Checks.DIRECTIVES.stream()
                    .flatMap(rule -> findings(rule, use))
                    .filter(finding -> !hide(finding, directives.stream().filter(other -> other != noted)))
                    .forEach(shown::add);
        }
        return shown;
    }

    private Stream<Finding> findings(DirectiveRule rule, DirectiveUse use) {
        Directive directive = use.directive();
        return rule.check(use)
                .flatMap(observation ->
                        level(rule, directive).map(level -> finding(rule, level, directive, observation)).stream());
    }

    /** None if the project has switched the rule off here. */
    private Optional<Level> level(DirectiveRule rule, Directive directive) {
        return settings.of(rule.id(), directive.file().path())
                .map(RuleSetting::level)
                .orElseGet(() -> RulePages.page(rule.id()).defaultLevel());
    }

    private static Finding finding(DirectiveRule rule, Level level, Directive directive, Observation observation) {
        return new Finding(
                rule.id(),
                level,
                directive.file(),
                observation.span(),
                observation.message(),
                observation.safeForm(),
                observation.related());
    }
}
