package dev.greenlight.rule;

import dev.greenlight.effect.Effect;
import dev.greenlight.effect.Effects;
import dev.greenlight.effect.HeldLocks;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.migration.Direction;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Gives each statement of a history its findings, its reasons and its signal: the one place where a signal is made. */
public final class Judge {
    private final List<Rule> rules;
    private final List<Rule> rulesOfIdle;
    private final Function<String, RulePage> pages;
    private final RuleSettings settings;
    private final Effects effects;

    /** {@code pages} gives a rule's page by its id; it is asked only for rules that have found something. */
    public Judge(List<Rule> rules, Function<String, RulePage> pages, RuleSettings settings, Effects effects) {
        this.rules = List.copyOf(rules);
        this.rulesOfIdle = rules.stream().filter(Rule::looksAtIdle).toList();
        this.pages = pages;
        this.settings = settings;
        this.effects = effects;
    }

    /** One list for each run of the history, with one element for each of its steps. */
    public List<List<Judged>> judge(HistoryRun history, DependencyGraph graph) {
        return history.runs().stream().map(run -> judge(history, graph, run)).toList();
    }

    /** One run of a history, which is judged as if the others had been too. */
    public List<Judged> judge(HistoryRun history, DependencyGraph graph, MigrationRun run) {
        Map<Integer, List<Step>> transactions = new TreeMap<>();
        run.allSteps()
                .forEach(step -> transactions
                        .computeIfAbsent(step.transaction(), key -> new ArrayList<>())
                        .add(step));
        Map<Integer, HeldLocks> locks = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Step step : run.steps()) {
            HeldLocks held = locks.getOrDefault(step.transaction(), HeldLocks.NONE);
            List<Step> transaction = transactions.get(step.transaction());
            List<Judged> parts = new ArrayList<>();
            for (Step part : step.all().toList()) {
                Effect effect = effects.of(part);
                Change change = new Change(history, graph, run, transaction, held.keepingTablesWaiting(), part, effect);
                parts.add(judge(change, Reasons.of(change)));
                held = held.after(part, effect);
            }
            locks.put(step.transaction(), held);
            judged.add(Judged.together(parts));
        }
        return ForeignFile.gather(judged);
    }

    private Judged judge(Change change, List<String> otherReasons) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : change.isIdle() ? rulesOfIdle : rules) {
            // Nearly all have nothing to say, and an iterator finds that out with the least effort.
            Iterator<Observation> observations = rule.check(change).iterator();
            if (observations.hasNext()) {
                level(rule, change)
                        .ifPresent(level -> observations.forEachRemaining(observation -> {
                            if (observation.isWorthSaying()) {
                                findings.add(finding(rule, level, change, observation));
                            }
                        }));
            }
        }
        findings.sort(Finding.IN_ORDER);
        Set<String> reasons = new TreeSet<>(otherReasons);
        if (change.statement() instanceof Unread.Unparsed && !findings.isEmpty()) {
            reasons.remove(Reasons.NOT_UNDERSTOOD);
        }
        Signal signal = otherReasons.isEmpty() ? Signal.GREEN : Signal.YELLOW;
        for (Finding finding : findings) {
            signal = signal.worst(finding.level().signal());
            if (finding.level() != Level.NOTE) {
                reasons.add(finding.rule());
            }
        }
        return new Judged(change.step(), change.effect(), signal, List.copyOf(reasons), worthSaying(change, findings));
    }

    /**
     * A down takes away what its up made: that loses data, which its signal tells, but is what it is for. There is
     * something to act on only where the server would reject it.
     */
    private static List<Finding> worthSaying(Change change, List<Finding> findings) {
        boolean down = change.migration().migration().direction() == Direction.DOWN;
        boolean rejected = change.step().error().isPresent() || change.statement() instanceof Unread.Unparsed;
        return down && !rejected ? List.of() : findings;
    }

    /** None if the project has switched the rule off here, or has not switched on one that is optional. */
    private Optional<Level> level(Rule rule, Change change) {
        Optional<RuleSetting> said = settings.of(rule.id(), change.step().file().path());
        return said.isPresent() ? said.get().level() : pages.apply(rule.id()).defaultLevel();
    }

    private static Finding finding(Rule rule, Level level, Change change, Observation observation) {
        return new Finding(
                rule.id(),
                level,
                change.step().file(),
                observation.span(),
                observation.fullMessage(),
                observation.safeForm(),
                observation.related());
    }
}
