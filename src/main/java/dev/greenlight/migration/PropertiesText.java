package dev.greenlight.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a {@code .properties} or {@code .conf} file, as java.util.Properties reads it, but for escapes: a
 * backslash only goes before a sign that would end a key or begin a comment, so that paths of Windows stay.
 */
final class PropertiesText {
    private static final String ESCAPED = ":=#! ";

    private PropertiesText() {}

    static Map<String, String> entries(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        StringBuilder whole = new StringBuilder();
        for (String line : text.lines().toList()) {
            String stripped = line.stripLeading();
            if (whole.isEmpty() && (stripped.startsWith("#") || stripped.startsWith("!"))) {
                continue;
            }
            if (goesOn(stripped)) {
                whole.append(stripped, 0, stripped.length() - 1);
            } else {
                add(whole.append(stripped).toString(), entries);
                whole.setLength(0);
            }
        }
        add(whole.toString(), entries);
        return entries;
    }

    private static boolean goesOn(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static void add(String line, Map<String, String> entries) {
        keyEnd(line).ifPresent(end -> {
            int value = end;
            while (value < line.length() && Character.isWhitespace(line.charAt(value))) {
                value++;
            }
            if (value < line.length() && (line.charAt(value) == '=' || line.charAt(value) == ':')) {
                value++;
            }
            entries.put(
                    unescaped(line.substring(0, end)),
                    unescaped(line.substring(value).strip()));
        });
    }

    private static Optional<Integer> keyEnd(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':' || Character.isWhitespace(c)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape =
                    text.charAt(i) == '\\' && i + 1 < text.length() && ESCAPED.indexOf(text.charAt(i + 1)) >= 0;
            result.append(text.charAt(escape ? ++i : i));
        }
        return result.toString();
    }
}
