package dev.greenlight.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plain part of a YAML file: keys that nest by indentation, with values in their line and lists of such values,
 * joined by commas. It is no reader of YAML: what has another shape (anchors, flow mappings, texts over several lines) is
 * left out. Of several documents those for some profiles only are left out too.
 */
final class YamlText {
    private static final Pattern DOCUMENT = Pattern.compile("---(?:[ \\t].*)?");
    /** What begins a shape that is not read. */
    private static final String OTHER_SHAPES = "[{&*!|>%@`";

    private static final String PROFILES = "spring.config.activate.on-profile";
    private static final String OLD_PROFILES = "spring.profiles";

    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    /** What is indented deeper is a text or a shape that is left out; -1 if there is none. */
    private int skipped = -1;

    private record Level(int indent, String path) {}

    private YamlText() {}

    /** By the path of keys, joined by dots. */
    static Map<String, String> entries(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        YamlText document = new YamlText();
        for (String line : text.lines().toList()) {
            if (DOCUMENT.matcher(line).matches()) {
                document.addTo(entries);
                document = new YamlText();
            } else {
                document.read(line);
            }
        }
        document.addTo(entries);
        return entries;
    }

    private void addTo(Map<String, String> all) {
        if (!entries.containsKey(PROFILES) && !entries.containsKey(OLD_PROFILES)) {
            all.putAll(entries);
        }
    }

    private void read(String line) {
        int indent = line.length() - line.stripLeading().length();
        if (line.isBlank() || line.charAt(indent) == '#' || skipped >= 0 && indent > skipped) {
            return;
        }
        skipped = -1;
        String content = line.strip();
        int colon = colon(content);
        if (content.startsWith("- ")) {
            item(indent, content.substring(1).strip());
        } else if (colon > 0 && OTHER_SHAPES.indexOf(content.charAt(0)) < 0) {
            String key = unquoted(content.substring(0, colon).strip());
            entry(indent, key, content.substring(colon + 1).strip());
        } else {
            skipped = indent;
        }
    }

    /** Where the key of a line ends, or -1. */
    private static int colon(String content) {
        char first = content.isEmpty() ? ' ' : content.charAt(0);
        int from = first == '"' || first == '\'' ? content.indexOf(first, 1) : 0;
        int colon = from < 0 ? -1 : content.indexOf(':', from);
        while (colon >= 0 && colon + 1 < content.length() && !Character.isWhitespace(content.charAt(colon + 1))) {
            colon = content.indexOf(':', colon + 1);
        }
        return colon;
    }

    private void item(int indent, String value) {
        Level parent = levels.peek();
        while (parent != null && parent.indent() > indent) {
            levels.pop();
            parent = levels.peek();
        }
        Optional<String> scalar = colon(value) > 0 ? Optional.empty() : scalar(value);
        if (parent == null || scalar.isEmpty()) {
            skipped = indent;
        } else {
            entries.merge(parent.path(), scalar.get(), (before, more) -> before + "," + more);
        }
    }

    private void entry(int indent, String key, String value) {
        while (!levels.isEmpty() && levels.peek().indent() >= indent) {
            levels.pop();
        }
        String path = levels.isEmpty() ? key : levels.peek().path() + "." + key;
        if (value.isEmpty() || value.startsWith("#")) {
            levels.push(new Level(indent, path));
            return;
        }
        skipped = indent;
        scalar(value).ifPresent(known -> entries.put(path, known));
    }

    /** None for a shape that is not read. */
    private static Optional<String> scalar(String value) {
        if (value.startsWith("\"") || value.startsWith("'")) {
            int end = value.indexOf(value.charAt(0), 1);
            boolean simple = end > 0 && value.substring(1, end).indexOf('\\') < 0 && isRest(value.substring(end + 1));
            return simple ? Optional.of(value.substring(1, end)) : Optional.empty();
        }
        String plain = value.replaceFirst("[ \\t]#.*", "").strip();
        if (plain.startsWith("[") && plain.endsWith("]")) {
            return list(plain.substring(1, plain.length() - 1));
        }
        return plain.isEmpty() || "[{&*!|>%@`".indexOf(plain.charAt(0)) >= 0 ? Optional.empty() : Optional.of(plain);
    }

    private static Optional<String> list(String items) {
        boolean simple = items.chars().noneMatch(c -> "[]{}\\".indexOf(c) >= 0);
        return simple
                ? Optional.of(Pattern.compile(",")
                        .splitAsStream(items)
                        .map(item -> unquoted(item.strip()))
                        .collect(Collectors.joining(",")))
                : Optional.empty();
    }

    private static boolean isRest(String text) {
        return text.isBlank() || text.stripLeading().startsWith("#");
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
