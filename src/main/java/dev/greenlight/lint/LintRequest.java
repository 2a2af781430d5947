package dev.greenlight.lint;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.migration.HistoryFolder;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.rule.RuleSettings;
import dev.greenlight.source.FileTree;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What to lint, as which server, and what the project says about it.
 *
 * @param tree where the paths are looked up
 * @param paths folders and files; what standard input holds is one of the tree's files too
 * @param timezone TimeZone of the sessions that will run the migrations; empty if unknown
 * @param openness whether names that no migration makes are assumed to be there
 * @param searchPath the schemas of search_path that a session begins with
 * @param baselineSchema files with what is there before the first migration
 * @param histories what is said about single folders
 * @param scope what has changed, if only that is to be spoken of
 * @param baseline findings that are known and not to be shown
 */
public record LintRequest(
        FileTree tree,
        List<String> paths,
        PostgresVersion version,
        Optional<ZoneId> timezone,
        Openness openness,
        List<String> searchPath,
        List<String> baselineSchema,
        List<HistorySettings> histories,
        RuleSettings rules,
        Optional<Scope> scope,
        Optional<Baseline> baseline) {
    public LintRequest {
        paths = List.copyOf(paths);
        searchPath = List.copyOf(searchPath);
        baselineSchema = List.copyOf(baselineSchema);
        histories = List.copyOf(histories);
    }

    /** For the newest server, with nothing else known. */
    public static LintRequest of(FileTree tree, List<String> paths) {
        return new LintRequest(
                tree,
                paths,
                PostgresVersion.NEWEST,
                Optional.empty(),
                Openness.DETECT,
                ReplayOptions.DEFAULT_SEARCH_PATH,
                List.of(),
                List.of(),
                RuleSettings.PAGES,
                Optional.empty(),
                Optional.empty());
    }

    public LintRequest withTree(FileTree tree) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withPaths(List<String> paths) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withVersion(PostgresVersion version) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withTimezone(Optional<ZoneId> timezone) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withOpenness(Openness openness) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withSearchPath(List<String> searchPath) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withBaselineSchema(List<String> baselineSchema) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withHistories(List<HistorySettings> histories) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    public LintRequest withRules(RuleSettings rules) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    /** Where only what has changed is spoken of. */
    public LintRequest withScope(Scope scope) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                Optional.of(scope),
                baseline);
    }

    public LintRequest withBaseline(Optional<Baseline> baseline) {
        return new LintRequest(
                tree,
                paths,
                version,
                timezone,
                openness,
                searchPath,
                baselineSchema,
                histories,
                rules,
                scope,
                baseline);
    }

    /** What is said about folders, as far as it decides which files are migrations and how they run. */
    List<HistoryFolder> folders() {
        return histories.stream().map(HistorySettings::folder).toList();
    }
}
