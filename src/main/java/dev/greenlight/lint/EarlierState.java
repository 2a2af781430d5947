package dev.greenlight.lint;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
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
    private final List<Script> baseline;
    private Optional<List<MigrationHistory>> found = Optional.empty();

    /** @param baseline what is there before the first migration now */
    EarlierState(LintRequest request, Scope scope, List<Script> baseline) {
        this.request = request;
        this.scope = scope;
        this.baseline = baseline;
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
                .orElseGet(() -> with(now, List.of()));
    }

    private List<MigrationHistory> histories(FileTree base) {
        List<MigrationHistory> histories = found.orElseGet(() ->
                Histories.find(base, request.paths(), HistoryOptions.RECOGNISED).histories());
        found = Optional.of(histories);
        return histories;
    }

    private static long shared(MigrationHistory history, Set<String> paths) {
        return history.migrations().stream()
                .filter(migration -> paths.contains(migration.path()))
                .count();
    }

    private MigrationHistory unchangedOf(MigrationHistory now) {
        return with(
                now,
                now.migrations().stream()
                        .filter(migration -> !scope.covers(migration))
                        .toList());
    }

    private static MigrationHistory with(MigrationHistory history, List<Migration> migrations) {
        return new MigrationHistory(history.folder(), history.layout(), migrations, history.partial(), history.notes());
    }

    ReplayOptions options(Openness openness) {
        boolean sameBaseline = request.baselineSchema().stream().noneMatch(scope.changed()::contains);
        List<Script> before = sameBaseline
                ? baseline
                : scope.base()
                        .map(base -> new BaselineSchema(base, new ArrayList<>()).read(request.baselineSchema()))
                        .orElse(baseline);
        return options(openness, before);
    }

    /** With what is there before the first migration now. */
    ReplayOptions optionsNow(Openness openness) {
        return options(openness, baseline);
    }

    private ReplayOptions options(Openness openness, List<Script> before) {
        return new ReplayOptions(request.version(), request.timezone(), openness, before);
    }
}
