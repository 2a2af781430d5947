package dev.greenlight.lint.baseline;

import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.sql.StatementText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The statements of files by place, to say which of them a finding is about. */
final class Contents {
    private final Map<String, NavigableMap<Integer, StatementText>> files = new HashMap<>();
    private final Map<StatementText, String> hashes = new IdentityHashMap<>();

    Contents(List<Step> steps) {
        for (Step step : steps) {
            StatementText text = step.entry().text();
            if (text.kind() != StatementText.Kind.META_COMMAND) {
                files.computeIfAbsent(step.file().path(), path -> new TreeMap<>())
                        .put(text.span().start(), text);
            }
        }
    }

    /** A hash of the statement that the finding is in; where it is in none, of the text that it marks. */
    String hash(Finding finding) {
        NavigableMap<Integer, StatementText> statements =
                files.getOrDefault(finding.file().path(), new TreeMap<>());
        Map.Entry<Integer, StatementText> before =
                statements.floorEntry(finding.span().start());
        if (before == null || !before.getValue().span().contains(finding.span())) {
            return ContentHash.of(finding.file().text(finding.span()));
        }
        return hashes.computeIfAbsent(before.getValue(), ContentHash::of);
    }
}
