package dev.greenlight.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a catalog printed by {@code greenlight schema --format json} says, one fact for each thing, by the thing's name.
 * Which extensions there are is none: it is up to what a server has to offer.
 *
 * @param facts what is to be the server's own
 * @param viewTypes the types of views' columns
 * @param texts definitions and defaults as texts
 */
public record CatalogFacts(
        SortedMap<String, String> facts, SortedMap<String, String> viewTypes, SortedMap<String, String> texts) {
    public static CatalogFacts of(JsonNode catalog) {
        CatalogFacts facts = new CatalogFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        facts.add(catalog);
        return facts;
    }

    /** Whatever place a table's columns have. */
    public CatalogFacts withoutOrder() {
        SortedMap<String, String> unordered = new TreeMap<>(facts);
        unordered.replaceAll((name, fact) -> name.startsWith("column ") ? fact.replaceFirst("^\\d+", "") : fact);
        return new CatalogFacts(unordered, viewTypes, texts);
    }

    private void add(JsonNode catalog) {
        catalog.get("enums").forEach(it -> facts.put("enum " + name(it), it.get("labels") + ""));
        catalog.get("domains").forEach(it -> {
            facts.put("domain " + name(it), it.get("base").asText() + not(it.get("notnull"), "not null"));
            texts.put("default of domain " + name(it), it.get("default").asText());
        });
        catalog.get("sequences").forEach(it -> facts.put("sequence " + it.asText(), ""));
        catalog.get("functions").forEach(it -> facts.put("function " + it.asText(), ""));
        catalog.get("tables").forEach(this::table);
    }

    private void table(JsonNode table) {
        String name = name(table);
        String kind = table.get("kind").asText();
        facts.put(
                "table " + name,
                kind + " " + table.get("persistence").asText() + not(table.get("rls"), "row security")
                        + not(table.get("is_partition"), "partition"));
        int number = 0;
        for (JsonNode column : table.get("columns")) {
            column(name + "." + column.get("name").asText(), ++number, column, kind.endsWith("view"));
        }
        table.get("constraints").forEach(it -> {
            String constraint = "constraint " + it.get("name").asText() + " of " + name;
            facts.put(constraint, it.get("type").asText() + not(it.get("validated"), "validated"));
            texts.put(constraint, it.get("def").asText());
        });
        table.get("indexes").forEach(it -> {
            String index = "index " + it.get("name").asText() + " of " + name;
            facts.put(
                    index,
                    not(it.get("unique"), "unique")
                            + not(it.get("primary"), "primary")
                            + not(it.get("valid"), "valid"));
            texts.put(index, it.get("def").asText());
        });
        table.get("triggers").forEach(it -> facts.put("trigger " + it.asText() + " of " + name, ""));
    }

    private void column(String name, int number, JsonNode column, boolean ofView) {
        String type = column.get("type").asText();
        if (ofView) {
            viewTypes.put("type of " + name, type);
        }
        facts.put(
                "column " + name,
                number + (ofView ? "" : " " + type) + not(column.get("nullable"), "nullable")
                        + (column.get("default").isNull() ? "" : " default")
                        + " identity " + column.get("identity").asText("none") + " generated "
                        + column.get("generated").asText("none"));
        texts.put("default of " + name, column.get("default").asText());
    }

    private static String name(JsonNode object) {
        return object.get("schema").asText() + "." + object.get("name").asText();
    }

    private static String not(JsonNode value, String words) {
        return (value.asBoolean() ? " " : " not ") + words;
    }
}
