package dev.greenlight.lint;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.source.FileTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The histories of a request as they were before what changed. Where nobody knows what the changed files held, those
 * are left out. Read when first asked.
 */
final class EarlierState {
    private final LintRequest request;
    private final Scope scope;
    private final ReplaySettings settings;
    private Optional<List<MigrationHistory>> found = Optional.empty();

    /** @param settings what histories are replayed with now */
    EarlierState(LintRequest request, Scope scope, ReplaySettings settings) {
        this.request = request;
        this.scope = scope;
        this.settings = settings;
    }

    MigrationHistory of(MigrationHistory now) {
        return scope.base().map(base -> in(base, now)).orElseGet(() -> unchangedOf(now));
    }

    /** The one with the most of its files. */
    private MigrationHistory in(FileTree base, MigrationHistory now) {
        Set<String> paths = new HashSet<>();
        now.migrations().forEach(migration -> paths.add(migration.path()));
        return histories(base).stream()
                .filter(history -> history.folder().equals(now.folder()) || shared(history, paths) > 0)
                .max(Comparator.comparingLong(history -> shared(history, paths)))
                .orElseGet(() -> now.with(List.of()));
    }

    private List<MigrationHistory> histories(FileTree base) {
        List<MigrationHistory> histories = found.orElseGet(
                () -> Histories.find(base, request.paths(), request.folders()).histories());
        found = Optional.of(histories);
        return histories;
    }

    private static long shared(MigrationHistory history, Set<String> paths) {
        return history.migrations().stream()
                .filter(migration -> paths.contains(migration.path()))
                .count();
    }

    private MigrationHistory unchangedOf(MigrationHistory now) {
        return now.with(now.migrations().stream()
                .filter(migration -> !scope.covers(migration))
                .toList());
    }

    /** What it was replayed with then. */
    ReplayOptions options(MigrationHistory history, Openness openness) {
        boolean same = settings.baselineSchema(history).stream().noneMatch(scope.changed()::contains);
        ReplaySettings before = scope.base()
                .filter(base -> !same)
                .map(base -> new ReplaySettings(request.withTree(base), new ArrayList<>()))
                .orElse(settings);
        return before.of(history).withOpenness(openness);
    }

    /** What it is replayed with now. */
    ReplayOptions optionsNow(MigrationHistory history, Openness openness) {
        return settings.of(history).withOpenness(openness);
    }
}
