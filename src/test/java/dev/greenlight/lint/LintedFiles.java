package dev.greenlight.lint;

import dev.greenlight.rule.Finding;
import dev.greenlight.source.MemoryTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files in a folder {@code db}, linted as a user's would be. */
final class LintedFiles {
    private LintedFiles() {}

    /** Names and texts in turn. */
    static Review of(String... namesAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put("db/" + namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return of(files);
    }

    /** Texts by path. */
    static Review of(Map<String, String> files) {
        return Linter.lint(LintRequest.of(MemoryTree.of(files), List.of("db")));
    }

    /** Each finding as {@code file:line rule}. */
    static List<String> findings(Review review) {
        return review.findings().stream().map(LintedFiles::summary).toList();
    }

    private static String summary(Finding finding) {
        return "%s:%d %s"
                .formatted(
                        finding.file().path().substring("db/".length()),
                        finding.file().position(finding.span().start()).line(),
                        finding.rule());
    }
}
