package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a changelog in JSON, and what YAML has between braces, where words need no quotes. It is generous: what is no
 * JSON is read as far as it is some. Escapes stay as they are, except before a quote, a backslash and a slash.
 */
final class JsonChangelog {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private JsonChangelog(String text) {
        this.text = text;
    }

    /** Its root; none if there is none. */
    static Optional<ChangelogNode> read(String text) {
        return entries(text).stream()
                .filter(node -> node.name().equals(ChangelogNode.ROOT))
                .findFirst();
    }

    /** What is in the outermost braces or brackets. */
    static List<ChangelogNode> entries(String text) {
        JsonChangelog reader = new JsonChangelog(text);
        reader.space();
        return reader.value("").children();
    }

    private ChangelogNode value(String name) {
        if (at < text.length() && "{[".indexOf(text.charAt(at)) >= 0 && depth < DEEPEST) {
            at++;
            depth++;
            List<ChangelogNode> children = members();
            depth--;
            return new ChangelogNode(name, "", children);
        }
        return new ChangelogNode(name, scalar(), List.of());
    }

    private List<ChangelogNode> members() {
        List<ChangelogNode> members = new ArrayList<>();
        for (space(); at < text.length(); space()) {
            char c = text.charAt(at);
            if (c == '}' || c == ']') {
                at++;
                return members;
            }
            if (c == '{' || c == '[') {
                members.addAll(value("").children());
            } else if (c == ',' || c == ':') {
                at++;
            } else {
                member(members);
            }
        }
        return members;
    }

    private void member(List<ChangelogNode> members) {
        String name = scalar();
        space();
        if (text.startsWith(":", at)) {
            at++;
            space();
            members.add(value(name));
        }
    }

    private String scalar() {
        char quote = at < text.length() ? text.charAt(at) : 0;
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int start = at;
        while (at < text.length() && ",:{}[]\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        at += at == start && at < text.length() ? 1 : 0;
        return text.substring(start, at).strip();
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\/".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            value.append(text.charAt(at));
        }
        at = Math.min(text.length(), at + 1);
        return value.toString();
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
