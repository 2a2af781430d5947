package dev.greenlight.lint;

import dev.greenlight.lint.Hidden.Cause;
import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.lint.baseline.BaselineEntry;
import dev.greenlight.lint.ignore.Suppression;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Which findings are shown. They go through one step after the other, each of which takes a list and gives one: what
 * comments ignore goes first, together with what is wrong with those comments; what the baseline knows goes last.
 */
final class Selection {
    private final LintRequest request;
    private final List<MigrationRun> runs;
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();

    Selection(LintRequest request, List<MigrationRun> runs) {
        this.request = request;
        this.runs = List.copyOf(runs);
    }

    List<Finding> of(List<Finding> findings) {
        return withoutKnown(withoutIgnored(findings));
    }

    List<Hidden> hidden() {
        return hidden;
    }

    /** What the baseline has and was not found, one line each. */
    List<String> gone() {
        return gone;
    }

    private List<Finding> withoutIgnored(List<Finding> findings) {
        Suppression.Result result = Suppression.apply(runs, request.rules(), findings);
        hidden.addAll(result.hidden());
        return result.findings();
    }

    private List<Finding> withoutKnown(List<Finding> findings) {
        Optional<Baseline> baseline = request.baseline();
        if (baseline.isEmpty()) {
            return findings;
        }
        List<Step> steps = runs.stream().flatMap(run -> run.steps().stream()).toList();
        Set<String> linted = runs.stream().map(run -> run.migration().path()).collect(Collectors.toSet());
        Baseline.Comparison comparison = baseline.get()
                .compare(findings, steps, linted, path -> request.tree().kind(path) == FileTree.Kind.MISSING);
        comparison.known().forEach(finding -> hidden.add(new Hidden(finding, new Cause.InBaseline())));
        comparison.gone().forEach((entry, count) -> gone.add(line(baseline.get(), entry, count)));
        return comparison.fresh();
    }

    private static String line(Baseline baseline, BaselineEntry entry, int count) {
        return "%s: %s%s is no longer found: write %s anew with greenlight baseline"
                .formatted(entry.path(), entry.rule(), count == 1 ? "" : " (" + count + " times)", baseline.name());
    }

    /** How much is hidden, in one line. */
    Optional<String> note() {
        long ignored = hidden.stream()
                .filter(one -> one.cause() instanceof Cause.Ignored)
                .count();
        long known = hidden.size() - ignored;
        StringJoiner parts = new StringJoiner(", ");
        if (known > 0) {
            String name = request.baseline().map(Baseline::name).orElse("the baseline");
            parts.add(count(known) + " in " + name);
        }
        if (ignored > 0) {
            parts.add(
                    (known > 0 ? ignored + (ignored == 1 ? " is" : " are") : count(ignored)) + " ignored in the files");
        }
        return hidden.isEmpty() ? Optional.empty() : Optional.of(parts.toString());
    }

    private static String count(long findings) {
        return findings == 1 ? "1 finding is" : findings + " findings are";
    }
}
