package dev.greenlight.report;

import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one rule at one place, such as a loop in code has for each of its rounds, told as one. The review itself
 * keeps each of them.
 */
final class SamePlace {
    /** As many as one can take in. */
    static final int FEW_NAMES = 3;

    static final int ALL_NAMES = Integer.MAX_VALUE;

    /** Two can be read one after the other. */
    private static final int MANY = 3;

    private final List<Finding> findings;
    private final int mostNames;

    private SamePlace(List<Finding> findings, int mostNames) {
        this.findings = findings;
        this.mostNames = mostNames;
    }

    private record Place(String rule, Level level, SourceFile file, Span span) {
        static Place of(Finding finding) {
            return new Place(finding.rule(), finding.level(), finding.file(), finding.span());
        }
    }

    /**
     * As few for each rule and place as can be read, in the order of the first ones.
     *
     * @param mostNames how many of the others are named
     */
    static List<Finding> gather(List<Finding> findings, int mostNames) {
        Map<Place, List<Finding>> places = new LinkedHashMap<>();
        findings.forEach(finding -> places.computeIfAbsent(Place.of(finding), place -> new ArrayList<>())
                .add(finding));
        return places.values().stream()
                .flatMap(same -> same.size() < MANY ? same.stream() : Stream.of(new SamePlace(same, mostNames).asOne()))
                .toList();
    }

    private Finding asOne() {
        Finding first = findings.getFirst();
        return new Finding(
                first.rule(),
                first.level(),
                first.file(),
                first.span(),
                first.message() + " (and " + (findings.size() - 1) + " more like it here" + names() + ")",
                safeForm(first.safeForm()),
                related());
    }

    private String names() {
        String first = subject(findings.getFirst());
        List<String> others = findings.stream()
                .map(SamePlace::subject)
                .filter(name -> !name.equals(first))
                .distinct()
                .toList();
        List<String> named = others.stream().limit(mostNames).toList();
        String more = named.size() < others.size() ? ", …" : "";
        return others.isEmpty() ? "" : ": " + String.join(", ", named) + more;
    }

    /** What a message is about: it begins with that. */
    private static String subject(Finding finding) {
        int end = finding.message().indexOf(": ");
        return end < 0 ? finding.message() : finding.message().substring(0, end);
    }

    private static @Nullable SafeForm safeForm(@Nullable SafeForm first) {
        return first == null || first.sql().isEmpty()
                ? first
                : new SafeForm(first.advice() + " So for the others.", first.sql());
    }

    /** Those of as many as are named. */
    private List<Finding.Related> related() {
        return findings.stream()
                .limit(mostNames == ALL_NAMES ? ALL_NAMES : mostNames + 1L)
                .map(Finding::related)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }
}
