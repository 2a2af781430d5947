package dev.greenlight.migration;

import dev.greenlight.source.yaml.YamlProblem;
import dev.greenlight.source.yaml.YamlReader;
import dev.greenlight.source.yaml.YamlText;
import dev.greenlight.source.yaml.YamlValue;
import dev.greenlight.source.yaml.YamlValue.Items;
import dev.greenlight.source.yaml.YamlValue.Key;
import dev.greenlight.source.yaml.YamlValue.Keys;
import dev.greenlight.source.yaml.YamlValue.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Spring Boot's {@code application.yml} says (its reference, "Working With YAML" and "Working With Multi-Document
 * Files"). Of several documents those for some profiles only are left out, and so is what is in lists beside single
 * values.
 *
 * @param entries by the path of keys, joined by dots; the values of a list are joined by commas
 * @param problem why the file is not read, if it is not
 */
record SpringYaml(Map<String, String> entries, Optional<YamlProblem> problem) {
    private static final String PROFILES = "spring.config.activate.on-profile";
    private static final String OLD_PROFILES = "spring.profiles";

    /** What Maven fills in, as Spring Boot's parent project has it marked: no YAML until then. */
    private static final Pattern FILLED_IN = Pattern.compile("@([\\w.-]+)@");

    static SpringYaml read(String text) {
        YamlText yaml = YamlReader.read(FILLED_IN.matcher(text).replaceAll("\\${$1}"));
        Map<String, String> entries = new LinkedHashMap<>();
        for (YamlValue document : yaml.documents()) {
            Map<String, String> said = new LinkedHashMap<>();
            add("", document, said);
            if (!said.containsKey(PROFILES) && !said.containsKey(OLD_PROFILES)) {
                entries.putAll(said);
            }
        }
        boolean read = !yaml.documents().isEmpty();
        return new SpringYaml(
                entries, read ? Optional.empty() : yaml.problems().stream().findFirst());
    }

    private static void add(String path, YamlValue value, Map<String, String> entries) {
        switch (value) {
            case Scalar scalar -> entries.put(path, scalar.text());
            case Items items -> list(items.values()).ifPresent(list -> entries.put(path, list));
            case Keys keys -> {
                for (Key key : keys.keys()) {
                    add(path.isEmpty() ? key.name() : path + "." + key.name(), key.value(), entries);
                }
            }
        }
    }

    /** None of a list that has something, but no single value. */
    private static Optional<String> list(List<YamlValue> items) {
        List<String> values = items.stream()
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).text())
                .toList();
        return values.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }
}
