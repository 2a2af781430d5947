package dev.greenlight.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a rule's page: lines {@code key: value} between two lines {@code ---}, then Markdown. It is no YAML: a value is
 * the rest of its line as it stands, and what is not known is an error, so that a slip of the pen does not pass.
 */
final class RulePageParser {
    private static final String FENCE = "---";
    private static final List<String> KEYS = List.of("title", "signal", "category", "since", "default");

    private final String id;
    private final List<String> lines;
    private final Map<String, String> values = new TreeMap<>();

    private RulePageParser(String id, String text) {
        this.id = id;
        this.lines = text.lines().toList();
    }

    /** Lower-case words joined by hyphens. */
    static boolean isId(String word) {
        return word.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** @throws IllegalStateException if the page is not written as pages are; the message says where and how */
    static RulePage parse(String id, String text) {
        return new RulePageParser(id, text).parse();
    }

    private RulePage parse() {
        int end = readFrontMatter();
        String body = String.join("\n", lines.subList(end, lines.size())).strip();
        if (body.isEmpty()) {
            throw wrong(lines.size(), "nothing stands below the front matter");
        }
        return new RulePage(id, value("title"), level(), category(), since(), optional(), body + "\n");
    }

    /** Gives the number of the line that closes it. */
    private int readFrontMatter() {
        if (lines.isEmpty() || !lines.get(0).equals(FENCE)) {
            throw wrong(1, "does not begin with a line ---");
        }
        int next = 1;
        while (next < lines.size() && !lines.get(next).equals(FENCE)) {
            readValue(next + 1, lines.get(next));
            next++;
        }
        if (next == lines.size()) {
            throw wrong(next, "no line --- ends the front matter");
        }
        return next + 1;
    }

    private void readValue(int line, String text) {
        int colon = text.indexOf(": ");
        String key = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (!KEYS.contains(key)) {
            throw wrong(line, "\"" + key + "\" is none of " + String.join(", ", KEYS));
        }
        if (value.isEmpty()) {
            throw wrong(line, key + " has no value");
        }
        if (values.putIfAbsent(key, value) != null) {
            throw wrong(line, key + " is given twice");
        }
    }

    private String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw wrong(1, key + " is missing");
        }
        return value;
    }

    private Level level() {
        String signal = value("signal");
        for (Level level : Level.values()) {
            if (level.id().equals(signal)) {
                return level;
            }
        }
        throw wrong(1, "signal is \"" + signal + "\", not red, yellow or note");
    }

    private String category() {
        String category = value("category");
        if (!isId(category)) {
            throw wrong(1, "category is \"" + category + "\", not lower-case words joined by hyphens");
        }
        return category;
    }

    private int since() {
        String since = values.getOrDefault("since", "0");
        if (!since.matches("0|[1-9][0-9]")) {
            throw wrong(1, "since is \"" + since + "\", not a major version such as 14");
        }
        return Integer.parseInt(since);
    }

    private boolean optional() {
        String value = values.getOrDefault("default", "on");
        if (!value.equals("on") && !value.equals("off")) {
            throw wrong(1, "default is \"" + value + "\", not on or off");
        }
        return value.equals("off");
    }

    private IllegalStateException wrong(int line, String problem) {
        return new IllegalStateException("rules/" + id + ".md:" + line + ": " + problem);
    }
}
