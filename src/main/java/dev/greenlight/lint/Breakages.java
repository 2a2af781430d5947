package dev.greenlight.lint;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.replay.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the statements of unchanged migrations that fail because of what changed. What was there before is looked at
 * only where an unchanged migration has an error at all.
 */
final class Breakages {
    private final HistoryRun now;
    private final Predicate<Migration> isChanged;

    private Breakages(HistoryRun now, Predicate<Migration> isChanged) {
        this.now = now;
        this.isChanged = isChanged;
    }

    /** A statement that failed only now, and why. */
    record Breakage(MigrationRun run, Step step, Cause cause) {}

    /**
     * @param scripts the history as it is now
     * @return in the order of running
     */
    static List<Breakage> find(
            HistoryRun now, List<Script> scripts, EarlierState earlier, Predicate<Migration> isChanged) {
        return new Breakages(now, isChanged).find(scripts, earlier);
    }

    private List<Breakage> find(List<Script> scripts, EarlierState earlier) {
        List<Breakage> suspects = suspects();
        if (suspects.isEmpty()) {
            return List.of();
        }
        MigrationHistory before = earlier.of(now.history());
        List<Script> beforeScripts = ScriptReader.read(before.migrations());
        HistoryRun beforeRun = Replay.run(before, beforeScripts, earlier.options(before, Openness.DETECT));
        // What is assumed must be the same in all states, or the difference would be what is blamed.
        Openness openness = beforeRun.open() ? Openness.OPEN : Openness.CLOSED;
        Set<StatementPlace> failing = failingNow(scripts, earlier, openness);
        failing.removeAll(StatementPlace.failedIn(beforeRun));
        List<Breakage> broken =
                suspects.stream().filter(it -> failing.contains(place(it))).toList();
        ReplayOptions options = earlier.options(before, openness);
        CauseSearch search =
                new CauseSearch(MixedHistory.of(now.history(), beforeScripts, scripts, isChanged, options));
        return broken.stream()
                .map(it -> new Breakage(it.run(), it.step(), search.of(place(it))))
                .toList();
    }

    private Set<StatementPlace> failingNow(List<Script> scripts, EarlierState earlier, Openness openness) {
        boolean same = now.open() == (openness == Openness.OPEN);
        HistoryRun run = same ? now : Replay.run(now.history(), scripts, earlier.optionsNow(now.history(), openness));
        return StatementPlace.failedIn(run);
    }

    private List<Breakage> suspects() {
        List<Breakage> suspects = new ArrayList<>();
        for (MigrationRun run : now.runs()) {
            if (!isChanged.test(run.migration())) {
                run.steps().stream()
                        .filter(step -> step.error().isPresent())
                        .forEach(step -> suspects.add(new Breakage(run, step, new Cause.Other())));
            }
        }
        return suspects;
    }

    private static StatementPlace place(Breakage breakage) {
        return StatementPlace.of(breakage.run(), breakage.step());
    }
}
