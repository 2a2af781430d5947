package dev.greenlight.report;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.Result;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceFile;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings as SARIF's results. Keeps the hashes of each file's lines, for a file may have many findings. */
final class SarifResults {
    private final SarifRules rules;
    private final SarifPlaces places;
    private final Map<SourceFile, LineHashes> hashes = new IdentityHashMap<>();

    SarifResults(SarifRules rules, SarifPlaces places) {
        this.rules = rules;
        this.places = places;
    }

    Result result(Finding finding) {
        Result result = new Result()
                .withRuleId(finding.rule())
                .withRuleIndex(rules.index(finding.rule()))
                .withLevel(level(finding.level()))
                .withMessage(SarifText.of(finding))
                .withLocations(List.of(places.place(finding.file(), finding.span())))
                .withPartialFingerprints(fingerprints(finding));
        return finding.related().isEmpty() ? result : result.withRelatedLocations(related(finding));
    }

    private static Result.Level level(Level level) {
        return switch (level) {
            case NOTE -> Result.Level.NOTE;
            case YELLOW -> Result.Level.WARNING;
            case RED -> Result.Level.ERROR;
        };
    }

    private PartialFingerprints fingerprints(Finding finding) {
        int line = finding.file().position(finding.span().start()).line();
        String hash = hashes.computeIfAbsent(finding.file(), LineHashes::of).ofLine(line);
        return new PartialFingerprints().withAdditionalProperty("primaryLocationLineHash", hash);
    }

    /** Numbered as the message links to them. */
    private Set<Location> related(Finding finding) {
        Set<Location> locations = new LinkedHashSet<>();
        for (Finding.Related related : finding.related()) {
            locations.add(places.place(related.place().file(), related.place().span())
                    .withId(locations.size() + 1)
                    .withMessage(new Message().withText(SarifText.plain(related.message()))));
        }
        return locations;
    }
}
