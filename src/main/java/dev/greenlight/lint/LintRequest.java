package dev.greenlight.lint;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.migration.HistoryFolder;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.rule.RuleSettings;
import dev.greenlight.source.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * What to lint, and what the project says about it.
 *
 * @param tree where the paths are looked up
 * @param paths folders and files; what standard input holds is one of the tree's files too
 * @param histories what is said about single folders
 * @param scope what has changed, if only that is to be spoken of
 * @param baseline findings that are known and not to be shown
 */
public record LintRequest(
        FileTree tree,
        List<String> paths,
        DatabaseSettings database,
        List<HistorySettings> histories,
        RuleSettings rules,
        Optional<Scope> scope,
        Optional<Baseline> baseline) {
    public LintRequest {
        paths = List.copyOf(paths);
        histories = List.copyOf(histories);
    }

    /** With nothing said. */
    public static LintRequest of(FileTree tree, List<String> paths) {
        return new LintRequest(
                tree,
                paths,
                DatabaseSettings.UNKNOWN,
                List.of(),
                RuleSettings.PAGES,
                Optional.empty(),
                Optional.empty());
    }

    public LintRequest withTree(FileTree tree) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    public LintRequest withPaths(List<String> paths) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    public LintRequest withDatabase(DatabaseSettings database) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    public LintRequest withHistories(List<HistorySettings> histories) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    public LintRequest withRules(RuleSettings rules) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    /** Where only what has changed is spoken of. */
    public LintRequest withScope(Scope scope) {
        return new LintRequest(tree, paths, database, histories, rules, Optional.of(scope), baseline);
    }

    public LintRequest withBaseline(Optional<Baseline> baseline) {
        return new LintRequest(tree, paths, database, histories, rules, scope, baseline);
    }

    public LintRequest withVersion(PostgresVersion version) {
        return withDatabase(database.withVersion(version));
    }

    public LintRequest withBaselineSchema(List<String> files) {
        return withDatabase(database.withBaselineSchema(files));
    }

    /** What is said about folders, as far as it decides which files are migrations and how they run. */
    List<HistoryFolder> folders() {
        return histories.stream().map(HistorySettings::folder).toList();
    }
}
