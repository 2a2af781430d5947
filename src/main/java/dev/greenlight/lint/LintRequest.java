package dev.greenlight.lint;

import dev.greenlight.lint.baseline.Baseline;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.FileTree;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What to lint, and as which server.
 *
 * @param tree where the paths are looked up
 * @param paths folders and files; what standard input holds is one of the tree's files too
 * @param timezone TimeZone of the sessions that will run the migrations; empty if unknown
 * @param baselineSchema files with what is there before the first migration
 * @param baseline findings that are known and not to be shown
 */
public record LintRequest(
        FileTree tree,
        List<String> paths,
        PostgresVersion version,
        Optional<ZoneId> timezone,
        List<String> baselineSchema,
        Optional<Baseline> baseline) {
    public LintRequest {
        paths = List.copyOf(paths);
        baselineSchema = List.copyOf(baselineSchema);
    }

    /** For the newest server, with nothing else known. */
    public static LintRequest of(FileTree tree, List<String> paths) {
        return new LintRequest(tree, paths, PostgresVersion.NEWEST, Optional.empty(), List.of(), Optional.empty());
    }

    public LintRequest withVersion(PostgresVersion version) {
        return new LintRequest(tree, paths, version, timezone, baselineSchema, baseline);
    }

    public LintRequest withTimezone(Optional<ZoneId> timezone) {
        return new LintRequest(tree, paths, version, timezone, baselineSchema, baseline);
    }

    public LintRequest withBaselineSchema(List<String> files) {
        return new LintRequest(tree, paths, version, timezone, files, baseline);
    }

    public LintRequest withBaseline(Optional<Baseline> known) {
        return new LintRequest(tree, paths, version, timezone, baselineSchema, known);
    }
}
