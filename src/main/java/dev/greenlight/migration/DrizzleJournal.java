package dev.greenlight.migration;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Drizzle's {@code meta/_journal.json} as far as it says which scripts run: the tags of its entries, in their order. It
 * is no reader of JSON: the file is drizzle-kit's own, only its entries have tags, and a tag is a file's name, in which
 * nothing is escaped.
 */
record DrizzleJournal(List<String> tags) {
    /** Below the migrations' folder. */
    static final String PATH = "meta/_journal.json";

    private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"([^\"\\\\]*)\"");

    DrizzleJournal {
        tags = List.copyOf(tags);
    }

    static DrizzleJournal parse(String text) {
        return new DrizzleJournal(
                TAG.matcher(text).results().map(tag -> tag.group(1)).distinct().toList());
    }
}
