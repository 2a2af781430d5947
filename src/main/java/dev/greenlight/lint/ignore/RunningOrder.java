package dev.greenlight.lint.ignore;

import dev.greenlight.migration.Section;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts findings in the order of running, then of place. Those at the same place keep theirs. */
final class RunningOrder {
    private final Map<String, List<Part>> parts = new HashMap<>();

    private record Part(int run, List<Section> sections) {}

    private record Placed(Finding finding, int run) {
        int start() {
            return finding.span().start();
        }
    }

    RunningOrder(List<MigrationRun> runs) {
        for (int i = 0; i < runs.size(); i++) {
            parts.computeIfAbsent(runs.get(i).migration().path(), path -> new ArrayList<>())
                    .add(new Part(i, runs.get(i).migration().sections()));
        }
    }

    List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Placed(finding, run(finding)))
                .sorted(Comparator.comparingInt(Placed::run).thenComparingInt(Placed::start))
                .map(Placed::finding)
                .toList();
    }

    /** What stands beyond all sections comes with the first that is run of its file. */
    private int run(Finding finding) {
        List<Part> ofFile = parts.getOrDefault(finding.file().path(), List.of());
        return ofFile.stream()
                .filter(part -> part.sections().stream()
                        .anyMatch(section -> section.span().contains(finding.span())))
                .findFirst()
                .or(() -> ofFile.stream().findFirst())
                .map(Part::run)
                .orElse(Integer.MAX_VALUE);
    }
}
