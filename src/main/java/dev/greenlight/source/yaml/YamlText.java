package dev.greenlight.source.yaml;

import java.util.List;

/**
 * A text of YAML as it was read.
 *
 * @param documents in their order; one with nothing in it where the text has none, and none at all if it is no YAML
 * @param problems in the order of the text; what has one is left out of the documents
 */
public record YamlText(List<YamlValue> documents, List<YamlProblem> problems) {
    public YamlText {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}
