package dev.greenlight.lint.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes lines of YAML, each with a comment behind it or none. */
final class YamlWriter {
    private static final String PLAIN = "[A-Za-z_./][A-Za-z0-9_./+-]*|[0-9]+";
    private static final List<String> NOT_TEXTS = List.of("true", "false", "null", "~", "y", "n", "yes", "no", "on");

    private final StringBuilder text = new StringBuilder();

    YamlWriter line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
        return this;
    }

    YamlWriter line(int depth, String line, String comment) {
        return line(depth, line + "  # " + oneLine(comment));
    }

    YamlWriter blank() {
        text.append('\n');
        return this;
    }

    /** Lines that are written already. */
    YamlWriter block(YamlWriter lines) {
        text.append(lines.text);
        return this;
    }

    /** A comment on a line of its own. */
    YamlWriter comment(int depth, String comment) {
        return line(depth, "# " + oneLine(comment));
    }

    /** A value as it has to be written to be read as this text. */
    static String value(String text) {
        boolean plain = text.matches(PLAIN) && !NOT_TEXTS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    static String list(List<String> values) {
        return values.stream().map(YamlWriter::value).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        boolean hidden =
                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c >= '\u2028' && c <= '\u2029';
        return hidden ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c);
    }

    private static String oneLine(String comment) {
        return comment.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
