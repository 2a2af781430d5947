package dev.greenlight.report;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Summary;
import dev.greenlight.source.SourceRead.Unreadable;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A review in SARIF's model: one run with its rules, its results, and what was in the way of running as notifications.
 */
final class SarifLog {
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");
    private static final String NAME = "Greenlight";

    private final Review review;
    private final ReportStyle style;
    private final SarifRules rules;
    private final SarifPlaces places;

    private SarifLog(Review review, ReportStyle style) {
        this.review = review;
        this.style = style;
        this.rules = SarifRules.of(review.findings());
        this.places = new SarifPlaces(style.sourceRoot());
    }

    static SarifSchema210 of(Review review, ReportStyle style) {
        return new SarifSchema210()
                .with$schema(SCHEMA)
                .withVersion(SarifSchema210.Version._2_1_0)
                .withRuns(List.of(new SarifLog(review, style).run()));
    }

    private Run run() {
        SarifResults results = new SarifResults(rules, places);
        return new Run()
                .withTool(new Tool().withDriver(driver()))
                .withAutomationDetails(new RunAutomationDetails().withId("greenlight/"))
                .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
                .withInvocations(List.of(invocation()))
                .withResults(SamePlace.gather(review.findings(), SamePlace.ALL_NAMES).stream()
                        .map(results::result)
                        .toList())
                .withProperties(numbers(review.summary()));
    }

    private ToolComponent driver() {
        return new ToolComponent()
                .withName(NAME)
                .withSemanticVersion(style.toolVersion())
                .withRules(rules.descriptors());
    }

    private Invocation invocation() {
        Stream<Notification> notes = review.notes().stream().map(SarifLog::note);
        Stream<Notification> unreadable = review.unreadable().stream().map(this::unreadable);
        return new Invocation()
                .withExecutionSuccessful(review.unreadable().isEmpty())
                .withToolExecutionNotifications(Stream.concat(notes, unreadable).toList());
    }

    private static Notification note(String note) {
        return new Notification()
                .withLevel(Notification.Level.NOTE)
                .withMessage(new Message().withText(SarifText.plain(note)));
    }

    private Notification unreadable(Unreadable file) {
        return new Notification()
                .withLevel(Notification.Level.ERROR)
                .withMessage(new Message().withText(SarifText.plain(file.problem() + "; " + file.remedy())))
                .withLocations(Set.of(places.line(file.path(), file.line())));
    }

    private static PropertyBag numbers(Summary summary) {
        return new PropertyBag()
                .withAdditionalProperty("verdict", summary.verdict().words())
                .withAdditionalProperty("migrations", summary.migrations())
                .withAdditionalProperty("statements", summary.statements())
                .withAdditionalProperty("notUnderstood", summary.opaque() + summary.unparsed())
                .withAdditionalProperty("red", summary.red())
                .withAdditionalProperty("yellow", summary.yellow())
                .withAdditionalProperty("green", summary.green());
    }
}
