package dev.greenlight.lint.baseline;

import java.util.Comparator;

/**
 * What makes two findings the same, wherever they stand in their file.
 *
 * @param path from the folder of the baseline's file
 * @param rule its id
 * @param content a hash of the statement that it is about
 */
public record BaselineEntry(String path, String rule, String content) implements Comparable<BaselineEntry> {
    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::path)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::content);

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
