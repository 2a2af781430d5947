package dev.greenlight.migration;

import java.util.List;

/**
 * A version that is compared part by part as numbers; a part that is missing is zero, so that {@code 1} and {@code 1.0}
 * are equal. So Flyway compares versions (its documentation, "Versioned Migrations").
 */
final class Version implements Comparable<Version> {
    private final String text;
    private final List<String> parts;

    private Version(String text) {
        this.text = text;
        this.parts = List.of(text.split("\\."));
    }

    /** @param text digits, with dots or underscores between them */
    static Version of(String text) {
        return new Version(text.replace('_', '.'));
    }

    @Override
    public int compareTo(Version other) {
        int longest = Math.max(parts.size(), other.parts.size());
        for (int i = 0; i < longest; i++) {
            int compared = NaturalOrder.compareNumbers(part(i), other.part(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private String part(int index) {
        return index < parts.size() ? parts.get(index) : "0";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        int last = parts.size();
        while (last > 0 && NaturalOrder.compareNumbers(part(last - 1), "0") == 0) {
            last--;
        }
        return parts.subList(0, last).stream()
                .map(part -> part.replaceFirst("^0+(?=.)", ""))
                .toList()
                .hashCode();
    }

    /** With dots, the digits as written. */
    @Override
    public String toString() {
        return text;
    }
}
