package dev.greenlight.postgres;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts extensions together from lines: one that names it, then one or more for each kind of member. */
final class ExtensionReader {
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();
    private final Map<String, Volatility> functions = new HashMap<>();
    private List<String> header = List.of();

    void read(String line, Map<String, Extension> found) {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> names = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "extension" -> {
                finish(found);
                header = names;
            }
            case "immutable" -> functions(names, Volatility.IMMUTABLE);
            case "stable" -> functions(names, Volatility.STABLE);
            case "volatile" -> functions(names, Volatility.VOLATILE);
            case "domains" -> domains(names);
            case "sequences" -> {
                members("sequences").addAll(names);
                members("relations").addAll(names);
            }
            default -> members(words.getFirst()).addAll(names);
        }
    }

    /** What has been read since the last header is an extension. */
    void finish(Map<String, Extension> found) {
        if (!header.isEmpty()) {
            found.put(header.getFirst(), extension());
        }
        members.clear();
        domains.clear();
        functions.clear();
    }

    /** Each is {@code NAME=BASE}. */
    private void domains(List<String> definitions) {
        for (String definition : definitions) {
            String[] parts = definition.split("=", 2);
            domains.put(parts[0], parts[1]);
            members("types").add(parts[0]);
        }
    }

    private void functions(List<String> names, Volatility volatility) {
        for (String name : names) {
            Volatility other = functions.get(name);
            functions.put(name, other == null ? volatility : other.and(volatility));
        }
    }

    private Set<String> members(String kind) {
        if (!members.containsKey(kind)) {
            members.put(kind, new HashSet<>());
        }
        return members.get(kind);
    }

    /** The header is {@code NAME [trusted] [schema NAME] [requires NAME …]}. */
    private Extension extension() {
        int requires = header.indexOf("requires");
        return new Extension(
                header.getFirst(),
                header.contains("trusted"),
                schema(),
                requires < 0 ? List.of() : header.subList(requires + 1, header.size()),
                members("types"),
                domains,
                functions,
                members("relations"),
                members("sequences"),
                members("operator-classes"));
    }

    private @Nullable String schema() {
        int schema = header.indexOf("schema");
        return schema < 0 ? null : header.get(schema + 1);
    }
}
