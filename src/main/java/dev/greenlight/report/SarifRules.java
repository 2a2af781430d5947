package dev.greenlight.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.RulePage;
import dev.greenlight.rule.RulePages;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that findings refer to, each described by its page, with the index by which results refer to it. */
final class SarifRules {
    /** Of a description, as GitHub takes it. */
    private static final int MOST_CHARACTERS = 1024;

    private final List<String> ids;

    private SarifRules(List<String> ids) {
        this.ids = ids;
    }

    static SarifRules of(List<Finding> findings) {
        return new SarifRules(
                findings.stream().map(Finding::rule).distinct().sorted().toList());
    }

    int index(String id) {
        return Collections.binarySearch(ids, id);
    }

    /** In the order of their indexes. */
    Set<ReportingDescriptor> descriptors() {
        return ids.stream()
                .map(RulePages::page)
                .map(SarifRules::descriptor)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ReportingDescriptor descriptor(RulePage page) {
        return new ReportingDescriptor()
                .withId(page.id())
                .withName(className(page.id()))
                .withShortDescription(text(page.title()))
                .withFullDescription(text(shortened(page.description())))
                .withHelp(text(page.body()))
                .withDefaultConfiguration(new ReportingConfiguration()
                        .withLevel(level(page.level()))
                        .withEnabled(!page.optional()))
                .withProperties(properties(page));
    }

    private static MultiformatMessageString text(String markdown) {
        return new MultiformatMessageString().withText(markdown).withMarkdown(markdown);
    }

    private static PropertyBag properties(RulePage page) {
        Set<String> tags = new LinkedHashSet<>(List.of("postgresql", page.category()));
        return new PropertyBag()
                .withTags(tags)
                .withAdditionalProperty("precision", "high")
                .withAdditionalProperty("problem.severity", severity(page.level()));
    }

    private static ReportingConfiguration.Level level(Level level) {
        return switch (level) {
            case NOTE -> ReportingConfiguration.Level.NOTE;
            case YELLOW -> ReportingConfiguration.Level.WARNING;
            case RED -> ReportingConfiguration.Level.ERROR;
        };
    }

    private static String severity(Level level) {
        return switch (level) {
            case NOTE -> "recommendation";
            case YELLOW -> "warning";
            case RED -> "error";
        };
    }

    /** {@code DropTable} of {@code drop-table}. */
    private static String className(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }
}
