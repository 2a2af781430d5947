package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.catalog.Origin;
import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.graph.map.Link;
import dev.greenlight.graph.map.Node;
import java.io.IOException;
import java.util.Locale;

/** For programs: all nodes and all links, the ones that a picture leaves out too. What it holds is a contract. */
final class JsonDependencyFormat implements DependencyFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public void write(DependencyMap map, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("nodes");
            for (Node node : map.nodes()) {
                write(node, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            for (Link link : map.links()) {
                write(link, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        json.writeStringField("kind", word(node.kind()));
        json.writeStringField("name", node.name());
        json.writeStringField("cluster", node.cluster());
        json.writeBooleanField("marked", node.marked());
        Origin origin = node.origin();
        if (origin != null) {
            json.writeStringField("path", origin.file().written().path());
            Json.place(json, origin.file(), origin.span());
        }
        json.writeEndObject();
    }

    private static void write(Link link, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", link.from().id());
        json.writeStringField("to", link.to().id());
        json.writeStringField("when", word(link.when()));
        json.writeBooleanField("circular", link.circular());
        Json.strings(json, "what", link.what());
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
