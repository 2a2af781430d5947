package dev.greenlight.migration;

import dev.greenlight.source.Edit;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names between two marks, such as <code>${name}</code>, wherever they stand: in quotes and comments too. Values are not
 * looked into again.
 */
record TemplateSubstitution(String prefix, String suffix, Map<String, String> byName) implements Substitution {
    private static final String PREFIX = "${";
    private static final String SUFFIX = "}";

    /** <code>${name}</code>, as most tools write it. */
    static TemplateSubstitution of(Map<String, String> byName) {
        return new TemplateSubstitution(PREFIX, SUFFIX, byName);
    }

    @Override
    public List<Edit> values(String text) {
        List<Edit> values = new ArrayList<>();
        int start = byName.isEmpty() ? -1 : text.indexOf(prefix);
        while (start >= 0) {
            int nameEnd = text.indexOf(suffix, start + prefix.length());
            if (nameEnd < 0) {
                return values;
            }
            String value = byName.get(text.substring(start + prefix.length(), nameEnd));
            if (value != null) {
                values.add(new Edit(new Span(start, nameEnd + suffix.length()), value));
            }
            start = text.indexOf(prefix, value == null ? start + prefix.length() : nameEnd + suffix.length());
        }
        return values;
    }
}
