package dev.greenlight.report;

import dev.greenlight.lint.difference.CatalogDifference;
import dev.greenlight.lint.difference.CatalogDifference.Difference;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** For people: each object that differs with its definitions, those of the first state behind a minus. */
final class TextDifferenceFormat implements DifferenceFormat {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public void write(CatalogDifference difference, String first, String second, Appendable out) throws IOException {
        for (Difference one : difference.differences()) {
            line(words(one, first, second) + ": " + one.object(), out);
            definition("  - ", one.first(), out);
            definition("  + ", one.second(), out);
            out.append('\n');
        }
        int count = difference.differences().size();
        String differ = count == 0 ? "no differences" : count == 1 ? "1 difference" : count + " differences";
        line(differ + " between " + first + " and " + second, out);
    }

    private static String words(Difference difference, String first, String second) {
        if (difference.second() == null) {
            return "only in " + first;
        }
        return difference.first() == null ? "only in " + second : "different";
    }

    private static void definition(String mark, @Nullable String text, Appendable out) throws IOException {
        if (text != null) {
            for (String part : text.lines().toList()) {
                out.append(mark);
                line(part, out);
            }
        }
    }

    private static void line(String text, Appendable out) throws IOException {
        out.append(VisibleText.of(text)).append('\n');
    }
}
