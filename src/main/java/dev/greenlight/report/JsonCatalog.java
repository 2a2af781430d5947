package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.Contents;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.catalog.ddl.SignatureText;
import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.List;

/** A catalog as JSON: the objects of its schemas, each kind in an array. */
final class JsonCatalog {
    private final JsonGenerator json;
    private final Contents contents;
    private final SearchPath path;

    private JsonCatalog(JsonGenerator json, PredictedCatalog predicted) {
        this.json = json;
        this.contents = new Contents(predicted.catalog());
        this.path = new SearchPath(predicted.catalog(), predicted.searchPath());
    }

    static void write(PredictedCatalog predicted, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            new JsonCatalog(json, predicted).write();
        }
    }

    static void writeAll(List<PredictedCatalog> all, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("histories");
            for (PredictedCatalog predicted : all) {
                json.writeStartObject();
                json.writeStringField("folder", predicted.folder());
                json.writeStringField("layout", predicted.layout());
                json.writeFieldName("catalog");
                new JsonCatalog(json, predicted).write();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        enums();
        tables();
        domains();
        Json.strings(json, "functions", functions());
        Json.strings(json, "sequences", sequences());
        Json.strings(json, "extensions", List.copyOf(contents.extensions()));
        json.writeEndObject();
    }

    private void enums() throws IOException {
        json.writeArrayFieldStart("enums");
        for (Type.Enum type : contents.enums()) {
            json.writeStartObject();
            json.writeStringField("name", type.name().name());
            Json.strings(json, "labels", type.labels());
            json.writeStringField("schema", type.name().schema());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tables() throws IOException {
        json.writeArrayFieldStart("tables");
        JsonRelation relations = new JsonRelation(json, path);
        for (Relation relation : contents.tables()) {
            List<Index> indexes = contents.indexes(relation);
            switch (relation) {
                case Table table -> relations.write(table, indexes);
                case View view -> relations.write(view, indexes);
                case Index ignored -> {}
                case Sequence ignored -> {}
            }
        }
        json.writeEndArray();
    }

    private void domains() throws IOException {
        json.writeArrayFieldStart("domains");
        for (Type.Domain domain : contents.domains()) {
            json.writeStartObject();
            json.writeStringField("base", path.write(domain.base()));
            json.writeStringField("name", domain.name().name());
            json.writeStringField("schema", domain.name().schema());
            json.writeStringField("default", domain.defaultText());
            json.writeBooleanField("notnull", domain.notNull());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private List<String> functions() {
        return contents.routines().stream()
                .map(routine -> SignatureText.of(routine, path))
                .toList();
    }

    private List<String> sequences() {
        return contents.sequences().stream()
                .map(sequence -> sequence.name().toString())
                .toList();
    }
}
