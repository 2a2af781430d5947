package dev.greenlight.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a changelog in YAML, as far as keys, what is behind them and how far they are indented tell: texts of several
 * lines are left out, anchors and merged keys are not followed.
 */
final class YamlChangelog {
    /** A key whose lines are read: what comes deeper belongs to it. */
    private record OpenKey(int indent, String name, String value, List<ChangelogNode> children) {
        private ChangelogNode closed() {
            return new ChangelogNode(name, value, children);
        }
    }

    private final Deque<OpenKey> open = new ArrayDeque<>();
    /** How far the key of a text of several lines is indented; the text is what is deeper. */
    private int textBelow = Integer.MAX_VALUE;

    private YamlChangelog() {}

    /** Its root; none if there is none. */
    static Optional<ChangelogNode> read(String text) {
        if (text.stripLeading().startsWith("{")) {
            return JsonChangelog.read(text);
        }
        YamlChangelog reader = new YamlChangelog();
        reader.open.push(new OpenKey(-1, "", "", new ArrayList<>()));
        text.lines().forEach(reader::line);
        reader.closeFrom(0);
        return reader.open.pop().children().stream()
                .filter(node -> node.name().equals(ChangelogNode.ROOT))
                .findFirst();
    }

    private void line(String line) {
        int indent = indent(line, 0);
        if (indent == line.length() || line.charAt(indent) == '#' || indent > textBelow) {
            return;
        }
        textBelow = Integer.MAX_VALUE;
        int start = indent;
        while (line.startsWith("- ", start)) {
            start = indent(line, start + 2);
        }
        int colon = colon(line, start);
        if (colon < 0) {
            return;
        }
        key(start, unquoted(line.substring(start, colon)), withoutComment(line.substring(colon + 1)));
    }

    private void key(int indent, String name, String value) {
        closeFrom(indent);
        boolean flow = value.startsWith("{") || value.startsWith("[");
        boolean block = value.startsWith("|") || value.startsWith(">");
        List<ChangelogNode> children = new ArrayList<>(flow ? JsonChangelog.entries(value) : List.of());
        open.push(new OpenKey(indent, name, flow || block ? "" : unquoted(value), children));
        textBelow = block ? indent : Integer.MAX_VALUE;
    }

    private void closeFrom(int indent) {
        while (open.getFirst().indent() >= indent) {
            ChangelogNode closed = open.pop().closed();
            open.getFirst().children().add(closed);
        }
    }

    private static int indent(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The colon behind a key, which white space or nothing follows. */
    private static int colon(String line, int start) {
        int end = line.startsWith("\"", start) ? line.indexOf('"', start + 1) : start;
        for (int at = line.indexOf(':', Math.max(end, start)); at >= 0; at = line.indexOf(':', at + 1)) {
            if (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static String withoutComment(String value) {
        String stripped = value.strip();
        boolean quoted = stripped.startsWith("\"") || stripped.startsWith("'");
        int comment = stripped.indexOf(" #", quoted ? Math.max(0, stripped.indexOf(stripped.charAt(0), 1)) : 0);
        return stripped.startsWith("#")
                ? ""
                : comment < 0 ? stripped : stripped.substring(0, comment).strip();
    }

    private static String unquoted(String value) {
        String word = value.strip();
        boolean quoted = word.length() > 1
                && (word.charAt(0) == '"' || word.charAt(0) == '\'')
                && word.charAt(word.length() - 1) == word.charAt(0);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
