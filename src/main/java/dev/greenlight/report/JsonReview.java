package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.lint.HistoryReview;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Summary;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A review as JSON. Written as a stream: a large project has a hundred thousand statements. */
final class JsonReview {
    private final JsonGenerator json;

    private JsonReview(JsonGenerator json) {
        this.json = json;
    }

    static void write(Review review, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new JsonReview(json).write(review);
        }
    }

    private void write(Review review) throws IOException {
        json.writeStartObject();
        summary(review.summary());
        bodies(review.summary().bodies());
        histories(review);
        migrations(review);
        findings(review);
        Json.strings(json, "notes", review.notes());
        Json.unreadable(json, review.unreadable());
        json.writeEndObject();
    }

    private void summary(Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("migrations", summary.migrations());
        json.writeNumberField("statements", summary.statements());
        json.writeNumberField("understood", summary.understood());
        json.writeNumberField("opaque", summary.opaque());
        json.writeNumberField("unparsed", summary.unparsed());
        json.writeNumberField("green", summary.green());
        json.writeNumberField("yellow", summary.yellow());
        json.writeNumberField("red", summary.red());
        json.writeStringField("verdict", summary.verdict().words());
        json.writeStringField("history", openness(summary.open()));
        json.writeEndObject();
    }

    private void bodies(Summary.Bodies bodies) throws IOException {
        json.writeObjectFieldStart("bodies");
        json.writeNumberField("followed", bodies.followed());
        json.writeNumberField("decidedByCall", bodies.decidedByCall());
        json.writeNumberField("dynamic", bodies.dynamic());
        json.writeEndObject();
    }

    private void histories(Review review) throws IOException {
        json.writeArrayFieldStart("histories");
        for (HistoryReview history : review.histories()) {
            json.writeStartObject();
            json.writeStringField("folder", history.folder());
            json.writeStringField("layout", history.layout());
            json.writeStringField("history", openness(history.open()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String openness(boolean open) {
        return open ? "open" : "closed";
    }

    private void migrations(Review review) throws IOException {
        json.writeArrayFieldStart("migrations");
        JsonMigration migrations = new JsonMigration(json);
        for (HistoryReview history : review.histories()) {
            for (MigrationReview migration : history.migrations()) {
                migrations.write(migration);
            }
        }
        json.writeEndArray();
    }

    private void findings(Review review) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : review.findings()) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("signal", finding.level().id());
            json.writeStringField("path", finding.file().path());
            Json.place(json, finding.file(), finding.span());
            json.writeStringField("message", finding.message());
            json.writeStringField("help", help(finding.safeForm()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String help(@Nullable SafeForm safeForm) {
        if (safeForm == null) {
            return "";
        }
        return safeForm.sql().isEmpty() ? safeForm.advice() : safeForm.advice() + "\n" + safeForm.sql();
    }
}
