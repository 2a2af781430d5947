package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Section;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells findings by the direction of what they are about: what a down would do is no verdict on the deploy. */
final class GoingUp {
    private final Map<String, List<Section>> downs = new HashMap<>();

    GoingUp(List<MigrationRun> runs) {
        runs.stream()
                .map(MigrationRun::migration)
                .filter(migration -> migration.direction() == Direction.DOWN)
                .forEach(migration -> downs.computeIfAbsent(migration.path(), path -> new ArrayList<>())
                        .addAll(migration.sections()));
    }

    List<Finding> of(List<Finding> findings) {
        return findings.stream().filter(finding -> !isDown(finding)).toList();
    }

    private boolean isDown(Finding finding) {
        return downs.getOrDefault(finding.file().path(), List.of()).stream()
                .anyMatch(section -> section.span().contains(finding.span()));
    }
}
