package dev.greenlight.migration;

import dev.greenlight.source.Edit;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of the environment, <code>${NAME}</code> and {@code $NAME}, which goose fills in between
 * {@code -- +goose ENVSUB ON} and {@code OFF} (goose's documentation, "Environment Variable Substitution"). Forms with
 * a default are left alone.
 */
record GooseSubstitution(Map<String, String> byName) implements Substitution {
    private static final Pattern SWITCH =
            Pattern.compile("(?mdi)^--[ \\t]*\\+goose[ \\t]+ENVSUB[ \\t]+(ON|OFF)[ \\t\\r]*$");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*))");

    @Override
    public List<Edit> values(String text) {
        List<Edit> values = new ArrayList<>();
        if (byName.isEmpty()) {
            return values;
        }
        int on = -1;
        for (MatchResult found : SWITCH.matcher(text).results().toList()) {
            boolean begins = found.group(1).equalsIgnoreCase("ON");
            if (begins && on < 0) {
                on = found.end();
            } else if (!begins && on >= 0) {
                add(text, on, found.start(), values);
                on = -1;
            }
        }
        if (on >= 0) {
            add(text, on, text.length(), values);
        }
        return values;
    }

    private void add(String text, int from, int to, List<Edit> values) {
        Matcher found = VARIABLE.matcher(text).region(from, to);
        while (found.find()) {
            String value = byName.get(found.group(1) == null ? found.group(2) : found.group(1));
            if (value != null) {
                values.add(new Edit(new Span(found.start(), found.end()), value));
            }
        }
    }
}
