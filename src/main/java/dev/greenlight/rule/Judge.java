package dev.greenlight.rule;

import dev.greenlight.effect.Effect;
import dev.greenlight.effect.Effects;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Gives each statement of a history its findings, its reasons and its signal: the one place where a signal is made. */
public final class Judge {
    private final List<Rule> rules;
    private final Function<String, RulePage> pages;
    private final Effects effects;

    /** {@code pages} gives a rule's page by its id; it is asked only for rules that have found something. */
    public Judge(List<Rule> rules, Function<String, RulePage> pages, Effects effects) {
        this.rules = List.copyOf(rules);
        this.pages = pages;
        this.effects = effects;
    }

    /** One list for each run of the history, with one element for each of its steps. */
    public List<List<Judged>> judge(HistoryRun history, DependencyGraph graph) {
        return history.runs().stream().map(run -> judge(history, graph, run)).toList();
    }

    private List<Judged> judge(HistoryRun history, DependencyGraph graph, MigrationRun run) {
        Map<Integer, List<Step>> transactions = new TreeMap<>();
        run.steps()
                .forEach(step -> transactions
                        .computeIfAbsent(step.transaction(), key -> new ArrayList<>())
                        .add(step));
        Map<Integer, Set<Long>> locked = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Step step : run.steps()) {
            Effect effect = effects.of(step);
            Change change = new Change(history, graph, run, transactions.get(step.transaction()), step, effect);
            Set<Long> held = locked.computeIfAbsent(step.transaction(), key -> new HashSet<>());
            judged.add(judge(change, Reasons.of(step, effect, held)));
        }
        return judged;
    }

    private Judged judge(Change change, List<String> otherReasons) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check(change).forEach(observation -> findings.add(finding(rule, change, observation)));
        }
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.span().start())
                        .thenComparing(Finding::level, Comparator.reverseOrder())
                        .thenComparing(Finding::rule));
        Set<String> reasons = new TreeSet<>(otherReasons);
        Signal signal = otherReasons.isEmpty() ? Signal.GREEN : Signal.YELLOW;
        for (Finding finding : findings) {
            signal = signal.worst(finding.level().signal());
            if (finding.level() != Level.NOTE) {
                reasons.add(finding.rule());
            }
        }
        return new Judged(change.step(), change.effect(), signal, List.copyOf(reasons), findings);
    }

    private Finding finding(Rule rule, Change change, Observation observation) {
        return new Finding(
                rule.id(),
                pages.apply(rule.id()).level(),
                change.step().file(),
                observation.span(),
                observation.message(),
                observation.safeForm(),
                observation.related());
    }
}
