package dev.greenlight.lint;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Breakages.Breakage;
import dev.greenlight.migration.Direction;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Judged;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is said of the statements that changed migrations break: at the new statement where there is one, else at the
 * old one. A new statement that breaks several gets one finding for each rule.
 */
final class BreakageFindings {
    private final Function<MigrationRun, List<Judged>> judge;
    private final Map<Target, List<Broken>> atNew = new LinkedHashMap<>();
    private final Map<MigrationRun, List<Finding>> atOld = new IdentityHashMap<>();

    private BreakageFindings(Function<MigrationRun, List<Judged>> judge) {
        this.judge = judge;
    }

    /** @param down whether what breaks goes down, which is no verdict on a deploy */
    private record Target(StatementPlace statement, String rule, boolean down) {}

    /** A statement that fails, and what is said of it where it stands. */
    private record Broken(Breakage breakage, SqlError error, Finding finding) {
        Origin origin() {
            return new Origin(finding.file(), breakage.step().statement().span());
        }

        String reason() {
            return error.message() + " (" + error.state().code() + ")";
        }
    }

    static BreakageFindings of(List<Breakage> breakages, Function<MigrationRun, List<Judged>> judge) {
        BreakageFindings findings = new BreakageFindings(judge);
        breakages.forEach(breakage -> findings.broken(breakage).ifPresent(findings::add));
        return findings;
    }

    /** The finding that tells of the failure: other rules may have others on the same statement. */
    private Optional<Broken> broken(Breakage breakage) {
        SqlError error = breakage.step().error().orElseThrow();
        List<Finding> findings = judge.apply(breakage.run()).stream()
                .filter(judged -> judged.step() == breakage.step())
                .flatMap(judged -> judged.findings().stream())
                .toList();
        return findings.stream()
                .filter(finding -> finding.span().equals(error.span()))
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .map(finding -> new Broken(breakage, error, finding));
    }

    private void add(Broken broken) {
        MigrationRun run = broken.breakage().run();
        switch (broken.breakage().cause()) {
            case Cause.Statement cause -> add(broken, run, cause.place());
            case Cause.Deletion deletion -> old(run, blamed(broken, "the deletion of " + deletion.path()));
            case Cause.Loss loss -> old(run, blamed(broken, "the change of " + loss.path()));
            case Cause.Other other -> old(run, blamed(broken, "what changed"));
        }
    }

    /** An old file that is run only now breaks itself. */
    private void add(Broken broken, MigrationRun run, StatementPlace culprit) {
        if (culprit.equals(StatementPlace.of(run, broken.breakage().step()))) {
            old(run, broken.finding());
            return;
        }
        boolean down = run.migration().direction() == Direction.DOWN;
        Target target = new Target(culprit, broken.finding().rule(), down);
        atNew.computeIfAbsent(target, key -> new ArrayList<>()).add(broken);
    }

    private void old(MigrationRun run, Finding finding) {
        atOld.computeIfAbsent(run, key -> new ArrayList<>()).add(finding);
    }

    private static Finding blamed(Broken broken, String culprit) {
        Finding finding = broken.finding();
        String message = culprit + " breaks this: " + broken.reason();
        return new Finding(finding.rule(), finding.level(), finding.file(), finding.span(), message, null, List.of());
    }

    /** Those that stand at statements of an unchanged migration. */
    List<Finding> atOld(MigrationRun run) {
        return atOld.getOrDefault(run, List.of());
    }

    /** A changed migration's statements with what they break of migrations that go up. */
    List<Judged> with(MigrationRun run, List<Judged> judged) {
        return atNew.isEmpty()
                ? judged
                : judged.stream().map(one -> with(run, one)).toList();
    }

    private Judged with(MigrationRun run, Judged judged) {
        Judged all = judged;
        for (Finding finding : at(run, judged.step(), false)) {
            all = all.with(finding);
        }
        return all;
    }

    /** What a changed migration breaks of those that go down: worth saying, but nothing that a deploy does. */
    List<Finding> ofDowns(MigrationRun run) {
        return atNew.isEmpty()
                ? List.of()
                : run.steps().stream()
                        .flatMap(step -> at(run, step, true).stream())
                        .toList();
    }

    private List<Finding> at(MigrationRun run, Step step, boolean down) {
        StatementPlace place = StatementPlace.of(run, step);
        return atNew.entrySet().stream()
                .filter(entry -> entry.getKey().down() == down
                        && entry.getKey().statement().equals(place))
                .map(entry -> finding(step, entry.getValue()))
                .toList();
    }

    private static Finding finding(Step step, List<Broken> broken) {
        Broken first = broken.getFirst();
        String others = broken.size() == 1 ? "" : ", and " + (broken.size() - 1) + " more";
        return new Finding(
                first.finding().rule(),
                first.finding().level(),
                step.file(),
                step.statement().span(),
                "breaks " + first.origin().brief() + ": " + first.reason() + others,
                null,
                broken.stream()
                        .map(one -> new Finding.Related(one.origin(), "this fails then"))
                        .toList());
    }
}
