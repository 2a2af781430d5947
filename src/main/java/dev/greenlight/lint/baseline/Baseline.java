package dev.greenlight.lint.baseline;

import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The findings that a project had when it began to lint: which ones, and how many of each.
 *
 * <p>A finding is known again by its rule, its file and what its statement says, not by its line. A file under another
 * name is another one: its tool will run it anew.
 */
public final class Baseline {
    private final String name;
    private final BaselineFolder folder;
    private final NavigableMap<BaselineEntry, Integer> counts;

    /** {@code name} is that of its file, for messages. */
    Baseline(String name, BaselineFolder folder, SortedMap<BaselineEntry, Integer> counts) {
        this.name = name;
        this.folder = folder;
        this.counts = new TreeMap<>(counts);
    }

    /** What of findings is new, what is known, and what is in the baseline and was not found any more. */
    public record Comparison(List<Finding> fresh, List<Finding> known, SortedMap<BaselineEntry, Integer> gone) {
        public Comparison {
            fresh = List.copyOf(fresh);
            known = List.copyOf(known);
        }
    }

    /** Findings as a baseline; {@code steps} are those of the files that they are in. */
    public static Baseline of(String name, BaselineFolder folder, List<Finding> findings, List<Step> steps) {
        Baseline baseline = new Baseline(name, folder, new TreeMap<>());
        Contents contents = new Contents(steps);
        findings.forEach(finding -> baseline.counts.merge(baseline.entry(finding, contents), 1, Integer::sum));
        return baseline;
    }

    public String name() {
        return name;
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How many of each, in order. */
    NavigableMap<BaselineEntry, Integer> counts() {
        return counts;
    }

    /**
     * Takes out what is known. Of equal findings the first are.
     *
     * @param linted the reported paths of the files that the findings are from; of others nothing can be gone
     * @param isMissing whether there is no file of a reported path
     */
    public Comparison compare(
            List<Finding> findings, List<Step> steps, Set<String> linted, Predicate<String> isMissing) {
        Contents contents = new Contents(steps);
        SortedMap<BaselineEntry, Integer> left = new TreeMap<>(counts);
        List<Finding> fresh = new ArrayList<>();
        List<Finding> known = new ArrayList<>();
        for (Finding finding : findings) {
            (take(left, entry(finding, contents)) ? known : fresh).add(finding);
        }
        Set<String> here = linted.stream().map(folder::inBaseline).collect(Collectors.toSet());
        left.keySet().removeIf(entry -> !here.contains(entry.path()) && !isMissing.test(folder.reported(entry.path())));
        return new Comparison(fresh, known, left);
    }

    private static boolean take(SortedMap<BaselineEntry, Integer> left, BaselineEntry wanted) {
        boolean found = left.containsKey(wanted);
        left.computeIfPresent(wanted, (entry, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        return found;
    }

    private BaselineEntry entry(Finding finding, Contents contents) {
        String path = folder.inBaseline(finding.file().path());
        return new BaselineEntry(path, finding.rule(), contents.hash(finding));
    }
}
