package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Arrays of one dimension as texts (manual 8.15.2 and 8.15.6). */
final class ArrayText {
    private static final Datum.Unknown UNREAD = new Datum.Unknown("an array's text", true);

    private ArrayText() {}

    /** The array that a text stands for. */
    static Datum parse(Datum.Text text) {
        String value = text.value().strip();
        if (!value.startsWith("{") || !value.endsWith("}") || value.indexOf('{', 1) >= 0 || value.indexOf('\\') >= 0) {
            return UNREAD;
        }
        Span span =
                text.pieces().getFirst().origin().cover(text.pieces().getLast().origin());
        List<Datum> elements = new ArrayList<>();
        String inner = value.substring(1, value.length() - 1);
        for (String element : inner.isBlank() ? new String[0] : inner.split(",", -1)) {
            Datum read = element(element.strip(), span);
            if (read instanceof Datum.Unknown) {
                return read;
            }
            elements.add(read);
        }
        return new Datum.Elements(elements);
    }

    private static Datum element(String element, Span span) {
        boolean quoted = element.length() > 1 && element.startsWith("\"") && element.endsWith("\"");
        String value = quoted ? element.substring(1, element.length() - 1) : element;
        if (value.indexOf('"') >= 0 || value.isEmpty() && !quoted) {
            return UNREAD;
        }
        return !quoted && value.equalsIgnoreCase("null")
                ? new Datum.Null()
                : Datum.Text.at(span, value, Datum.Kind.TEXT);
    }

    /** As PostgreSQL writes an array whose elements are these texts. */
    static String write(List<String> elements) {
        List<String> written = new ArrayList<>();
        for (String element : elements) {
            written.add(quoted(element));
        }
        return "{" + String.join(",", written) + "}";
    }

    private static String quoted(String element) {
        boolean plain = !element.isEmpty() && !element.equalsIgnoreCase("null");
        for (int i = 0; i < element.length() && plain; i++) {
            char c = element.charAt(i);
            plain = "{},\"\\".indexOf(c) < 0 && !Character.isWhitespace(c);
        }
        return plain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
