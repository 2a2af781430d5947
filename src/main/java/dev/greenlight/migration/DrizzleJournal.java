package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drizzle's {@code meta/_journal.json} as far as it says which scripts run: its entries, in their order. It is no reader
 * of JSON: the file is drizzle-kit's own, only its entries have tags, nothing is nested in one, and a tag is a file's
 * name, in which nothing is escaped.
 *
 * @param otherDialect that of another database than PostgreSQL
 */
public record DrizzleJournal(Optional<String> otherDialect, List<Entry> entries) {
    /** Below the migrations' folder. */
    public static final String PATH = "meta/_journal.json";

    private static final Pattern OTHERS =
            Pattern.compile("\"dialect\"\\s*:\\s*\"(mssql|mysql|singlestore|sqlite|turso)\"");
    private static final Pattern ENTRY = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"([^\"\\\\]*)\"");
    private static final Pattern WHEN = Pattern.compile("\"when\"\\s*:\\s*([0-9]{1,18})\\b");

    public DrizzleJournal {
        entries = List.copyOf(entries);
    }

    /**
     * @param when it was made, in milliseconds; zero if that is not said
     */
    public record Entry(String tag, long when) {
        private static Entry of(Matcher tag, Matcher when) {
            return new Entry(tag.group(1), when.find() ? Long.parseLong(when.group(1)) : 0);
        }
    }

    public static DrizzleJournal parse(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            Matcher tag = TAG.matcher(entry.group());
            if (tag.find()) {
                entries.add(Entry.of(tag, WHEN.matcher(entry.group())));
            }
        }
        Matcher others = OTHERS.matcher(text);
        return new DrizzleJournal(
                others.find() ? Optional.of(others.group(1)) : Optional.empty(),
                entries.stream().distinct().toList());
    }

    public List<String> tags() {
        return entries.stream().map(Entry::tag).distinct().toList();
    }

    /**
     * Drizzle runs an entry only if its time is later than that of the last one that has run ({@code migrate} of its
     * PgDialect), so that it never runs one that comes with an earlier time behind one that is deployed.
     */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Entry latest = new Entry("", -1);
        for (Entry entry : entries) {
            if (entry.when() > latest.when()) {
                latest = entry;
            } else if (entry.when() > 0) {
                notes.add("Drizzle skips " + entry.tag() + ".sql where " + latest.tag()
                        + ".sql has run: its journal says that it is not later");
            }
        }
        return notes;
    }
}
