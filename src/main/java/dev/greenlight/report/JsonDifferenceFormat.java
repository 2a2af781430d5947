package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.lint.difference.CatalogDifference;
import dev.greenlight.lint.difference.CatalogDifference.Difference;
import java.io.IOException;

/** For programs: the two states' names and each object that differs. What it holds is a contract. */
final class JsonDifferenceFormat implements DifferenceFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public void write(CatalogDifference difference, String first, String second, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("first", first);
            json.writeStringField("second", second);
            json.writeArrayFieldStart("differences");
            for (Difference one : difference.differences()) {
                json.writeStartObject();
                json.writeStringField("object", one.object());
                json.writeStringField("first", one.first());
                json.writeStringField("second", one.second());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }
}
