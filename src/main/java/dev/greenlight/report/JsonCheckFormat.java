package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.SchemaReview;
import dev.greenlight.lint.check.Recommendation;
import java.io.IOException;
import java.util.List;

/** For programs: one object with all that is said. What it holds is a contract. */
final class JsonCheckFormat implements CheckFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public void write(SchemaReview review, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            write("required", review.required(), json);
            write("drift", review.drift(), json);
            json.writeArrayFieldStart("histories");
            for (SchemaReview.OfHistory history : review.histories()) {
                json.writeStartObject();
                json.writeStringField("folder", history.folder());
                json.writeNumberField("errors", history.errors());
                write("recommendations", history.recommendations(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.unreadable(json, review.unreadable());
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void write(String field, List<Recommendation> recommendations, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (Recommendation each : recommendations) {
            json.writeStartObject();
            json.writeStringField("check", each.check());
            json.writeStringField("level", each.level().id());
            json.writeStringField("object", each.object());
            Origin place = each.place();
            if (place != null) {
                json.writeStringField("path", place.file().written().path());
                Json.place(json, place.file(), place.span());
            }
            json.writeStringField("message", each.message());
            json.writeStringField("remedy", each.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
