package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plain part of a TOML file: tables, and keys with a string, a number, a truth or a list of strings, which is joined
 * by commas. It is no reader of TOML: what has another shape is left out.
 */
final class TomlText {
    private static final Pattern TABLE = Pattern.compile("\\s*\\[([^\\[\\]]+)\\]\\s*(?:#.*)?");
    private static final Pattern TABLES = Pattern.compile("\\s*\\[\\[.*");
    private static final Pattern SCALAR =
            Pattern.compile("(?:\"([^\"\\\\]*)\"|'([^']*)'|([A-Za-z0-9+._:-]+))\\s*(?:#.*)?");
    private static final List<String> LONG_QUOTES = List.of("\"\"\"", "'''");

    private final Map<String, String> entries = new LinkedHashMap<>();
    private final Iterator<String> lines;
    private String prefix = "";

    private TomlText(String text) {
        this.lines = text.lines().iterator();
    }

    /** By the path of keys, joined by dots. */
    static Map<String, String> entries(String text) {
        TomlText toml = new TomlText(text);
        while (toml.lines.hasNext()) {
            toml.read(toml.lines.next());
        }
        return toml.entries;
    }

    private void read(String line) {
        Matcher table = TABLE.matcher(line);
        int equals = line.indexOf('=');
        if (table.matches()) {
            prefix = path(table.group(1)) + ".";
        } else if (TABLES.matcher(line).matches()) {
            prefix = "[[";
        } else if (equals > 0 && !line.stripLeading().startsWith("#")) {
            String key = path(line.substring(0, equals));
            value(line.substring(equals + 1).strip()).ifPresent(value -> entries.put(prefix + key, value));
        }
    }

    private Optional<String> value(String text) {
        for (String quotes : LONG_QUOTES) {
            if (text.startsWith(quotes)) {
                through(text.substring(quotes.length()), quotes);
                return Optional.empty();
            }
        }
        if (text.startsWith("[")) {
            return list(text);
        }
        Matcher scalar = SCALAR.matcher(text);
        return scalar.matches() ? Optional.of(first(scalar.toMatchResult())) : Optional.empty();
    }

    /** Goes to the line that has the mark in it. */
    private void through(String begun, String mark) {
        String line = begun;
        while (!line.contains(mark) && lines.hasNext()) {
            line = lines.next();
        }
    }

    private Optional<String> list(String begun) {
        List<String> items = new ArrayList<>();
        String line = begun.substring(1);
        while (!endsList(line, items)) {
            if (!lines.hasNext()) {
                return Optional.empty();
            }
            line = lines.next();
        }
        return Optional.of(String.join(",", items));
    }

    /** Takes the strings of a line; says whether the list ends in it. */
    private static boolean endsList(String line, List<String> items) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ']' || c == '#') {
                return c == ']';
            }
            int end = c == '"' || c == '\'' ? line.indexOf(c, i + 1) : -1;
            if (end > 0) {
                items.add(line.substring(i + 1, end));
                i = end;
            }
        }
        return false;
    }

    private static String first(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

    /** Without the quotes and blanks that a key may have. */
    private static String path(String key) {
        return key.replaceAll("[\"'\\s]", "");
    }
}
